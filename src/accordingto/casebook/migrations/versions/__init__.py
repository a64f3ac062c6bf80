"""The steps of the migrations, each in a file."""
