import pandas as pd

import mediaframes as mf


def test_published_counts_stand_beside_those_made_here():
    texts = [
        "Hamas massacred a family in Sderot. Ten people died in Gaza City.",
        "Nine Israelis were murdered by Hamas.",
    ]
    articles = pd.DataFrame({"article_id": ["a", "b"], "outlet": ["BBC", "Valley Post"], "text": texts})
    evidence = mf.annotate(articles, mf.load_actors("Israel", "Palestine"), cache=False, attitudes=False)
    table = mf.published_harms(evidence).set_index(["outlet", "word", "victim_actor"])
    bbc = table.loc["BBC"]
    assert bbc["count"].to_dict()[("murder", "Israel")] == 101 and bbc["count"].to_dict()[("die", "Palestine")] == 201
    assert bbc["here"].to_dict() == {
        ("murder", "Israel"): 1, ("murder", "Palestine"): 0, ("massacre", "Israel"): 1, ("massacre", "Palestine"): 0,
        ("slaughter", "Israel"): 0, ("slaughter", "Palestine"): 0, ("die", "Israel"): 0, ("die", "Palestine"): 1,
    }  # fmt: skip
    assert bbc["here_same_outlet"].tolist() == [0, 0, 1, 0, 0, 0, 0, 1]
    assert table.loc["New York Times", "here_same_outlet"].isna().all()
