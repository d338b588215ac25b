// Tests of ArticleText.
