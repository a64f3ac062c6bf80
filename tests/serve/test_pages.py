def test_the_front_page_leads_to_the_reports(client):
    """`/` shows the list of reports."""
    page = client.get("/")
    assert page.status_code == 200
    assert "<h1>Reports</h1>" in page.text


def test_pages_forbid_what_is_not_of_the_package(client):
    """The policy lets no page load from elsewhere, nor run a script that stands in it."""
    policy = client.get("/reports").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_an_address_that_leads_nowhere_is_told_so(client):
    """An unknown address is a page that says so, with the bar to go on."""
    page = client.get("/nowhere")
    assert page.status_code == 404
    assert 'aria-label="Workbench"' in page.text
