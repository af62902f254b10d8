"""recover/contentfile: a content file means the content that it was written from."""

from contents import contents
from hypothesis import given, settings

from docgen.load import load
from docgen.recover.contentfile import content_file


def loaded(text, fetch=None):
    found, said = load(text, "试验.yaml", fetch)
    assert found is not None, "\n".join(map(str, said)) + "\n" + text
    assert said == (), "\n".join(map(str, said)) + "\n" + text
    return found


@settings(max_examples=300, deadline=None)
@given(contents())
def test_a_content_file_loads_as_the_content_it_was_written_from(given):
    assert loaded(content_file(given).text) == given
