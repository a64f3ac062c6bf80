"""What holds for PDF; the files are made here, by fpdf2."""

import pytest
from fpdf import FPDF
from fpdf.enums import AccessPermission, EncryptionMethod

from accordingto.errors import Damaged, NoTextLayer, PasswordProtected, ReadError
from accordingto.read import read

REPORT = (
    "Seventeen people were killed when aircraft struck a market in the northern town on Monday, rescue workers said. "
    "The army denied that any of its aircraft had flown over the town that day."
)


def made(write=lambda pdf: pdf.multi_cell(90, 5, REPORT, align="L"), **facts):
    """A PDF of one page in which `write` puts the text; `facts` become its metadata."""
    pdf = FPDF()
    for fact, value in facts.items():
        getattr(pdf, f"set_{fact}")(value)
    pdf.add_page()
    pdf.set_font("Times", size=11)
    write(pdf)
    return bytes(pdf.output())


def test_lines_are_joined_to_paragraphs():
    """The lines of a paragraph become one, so that its sentences are whole."""
    assert read(made(), name="x.pdf").text == REPORT


def test_joining_is_noted():
    """The notes name the extractor and say that lines were joined."""
    assert any("pdfminer.six" in note and "line ends joined" in note for note in read(made(), name="x").notes)


def test_columns_are_read_one_after_the_other():
    """Two columns whose lines were drawn across the page are not mixed."""
    left = [f"the general said in line {n}" for n in range(12)]
    right = [f"the rebels denied in line {n}" for n in range(12)]

    def write(pdf):
        for n, (one, other) in enumerate(zip(left, right, strict=True)):
            pdf.text(10, 20 + 5 * n, one)
            pdf.text(110, 20 + 5 * n, other)

    assert read(made(write), name="x").text.split() == " ".join(left + right).split()


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("the spokes-\nman of the army", "the spokesman of the army"),
        ("a well-\nknown officer", "a well-known officer"),
        ("the rebel-\nheld town", "the rebel-held town"),
        ("of a UN-\nbacked force", "of a UN-backed force"),
        ("in the 20-\nyear war", "in the 20-year war"),
        ("the Trans-\nJordan road", "the Trans-Jordan road"),
        ("a ceasefire; the cease-\nfire held", "a ceasefire; the ceasefire held"),
        ("a cease-fire; the cease-\nfire held", "a cease-fire; the cease-fire held"),
    ],
)
def test_hyphens_at_line_ends_go_only_where_they_part_a_word(lines, text):
    """A hyphen that only parts a word is taken out; one that belongs to the word stays."""
    start = "They said that it was so because of"
    document = read(
        made(lambda pdf: pdf.multi_cell(0, 5, f"{start} {lines}, and that they had been told.", align="L")), name="x"
    )
    assert document.text == f"{start} {text}, and that they had been told."


def test_paragraphs_stay_apart():
    """Paragraphs with space between them are parted by a blank line."""

    def write(pdf):
        for _ in range(2):
            pdf.multi_cell(90, 5, REPORT, align="L")
            pdf.ln(6)

    assert read(made(write), name="x").text == f"{REPORT}\n\n{REPORT}"


def test_title_and_author_come_from_the_metadata():
    """The metadata's title and author are the document's."""
    document = read(made(title="Market struck", author="Ana Reis"), name="x")
    assert (document.title, document.author) == ("Market struck", "Ana Reis")


@pytest.mark.parametrize("title", ["Microsoft Word - report3", "untitled", "page7.indd"])
def test_titles_by_programs_are_no_titles(title):
    """A title that a program put in is not taken for the report's."""
    assert read(made(title=title), name="x").title is None


def test_day_on_which_the_file_was_made_is_not_the_publication():
    """A PDF's own date stands in the notes; the publication date is only what the report says."""
    document = read(made(), name="x")
    assert document.published is None
    assert any(note.startswith("pdf made: ") for note in document.notes)


@pytest.mark.parametrize("method", [EncryptionMethod.RC4, EncryptionMethod.AES_128, EncryptionMethod.AES_256])
def test_password_is_asked_for(method):
    """A PDF that wants a password is refused as such."""
    data = made(
        lambda pdf: (
            pdf.set_encryption(owner_password="a", user_password="b", encryption_method=method),
            pdf.multi_cell(0, 5, REPORT),
        )
    )
    with pytest.raises(PasswordProtected, match="password"):
        read(data, name="x.pdf")


def test_protection_against_changes_does_not_prevent_reading():
    """A PDF that opens without a password but forbids changes is read."""
    data = made(
        lambda pdf: (
            pdf.set_encryption(
                owner_password="a", permissions=AccessPermission.none(), encryption_method=EncryptionMethod.AES_256
            ),
            pdf.multi_cell(0, 5, REPORT, align="L"),
        )
    )
    assert read(data, name="x").text == REPORT


def test_pictures_of_text_are_refused():
    """A PDF without a text layer is refused with the next step."""
    with pytest.raises(NoTextLayer, match="OCR"):
        read(made(lambda pdf: pdf.rect(10, 10, 50, 50)), name="scan.pdf")


@pytest.mark.parametrize("data", [made()[:700], b"%PDF-1.7\n" + b"junk " * 40, b"%PDF-", b"%PDF-1.4\n%%EOF"])
def test_broken_pdf_is_damaged(data):
    """A PDF that was cut off or is none behind its first line is Damaged."""
    with pytest.raises(Damaged):
        read(data, name="x.pdf")


def test_binary_data_named_as_a_pdf_is_damaged():
    """A file that is named as a PDF and is none is refused as damaged, not as text."""
    with pytest.raises(Damaged, match="%PDF-"):
        read(b"\0\1\2 no pdf", name="x.pdf")


@pytest.mark.parametrize("start", range(0, 1500, 50))
def test_no_broken_byte_makes_reading_fail_otherwise(start):
    """A PDF with fifty of its bytes gone is read or refused with a ReadError."""
    data = made()
    try:
        document = read(data[:start] + data[start + 50 :], name="x.pdf")
    except ReadError:
        return
    assert document.media_type in {"application/pdf", "text/plain"}
