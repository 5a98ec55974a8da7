using FsCheck;
using FsCheck.Fluent;
using Phase1.Nlp.Matching;
using Phase1.Text;

namespace Phase1.Unit.Tests.Nlp.Matching;

/// <summary>The quick comparison of names gives what the specification's plain words give.</summary>
public sealed class SimilarityTests
{
    const decimal Deduction = 0.02m;
    const decimal Least = 0.60m;

    static readonly Gen<string> Word = Gen.Elements(
        "Anna",
        "Ana",
        "Åsa",
        "Siri-Lo",
        "af",
        "Berg",
        "Bergh",
        "Öberg",
        "Łuczak",
        "O'Dell",
        "J",
        "Maja"
    );

    static readonly Gen<string> Words = Gen.Choose(1, 4).SelectMany(count => Word.ListOf(count)).Select(words => string.Join(' ', words));

    [Fact]
    public void The_similarity_of_names_is_the_best_over_all_spellings() =>
        Prop.ForAll(
                Words.ArrayOf(4).ToArbitrary(),
                given =>
                {
                    var (first, last, legal, found) = (given[0], given[1], given[2], given[3]);
                    var student = Roster.Read([new RosterStudent("p", first, last, legal)]).Entries[0];
                    var expected = Reference(found, [$"{first} {last}", $"{last} {first}", legal]);
                    var quick = Similarity.OfNames(new PersonName(found, NameSource.Label), student, Deduction, Least);
                    return expected >= Least ? quick == expected : quick < Least;
                }
            )
            .Check(Effort.Of(500));

    [Fact]
    public void Letters_in_common_are_never_fewer_than_the_common_subsequence() =>
        Prop.ForAll(
                Words.Zip(Words).ToArbitrary(),
                pair =>
                {
                    var (a, b) = (LcsPattern.CodePoints(pair.Item1), LcsPattern.CodePoints(pair.Item2));
                    var shared = new LetterCounts(a).SharedAtMost(new LetterCounts(b));
                    return shared >= Similarity.Between(pair.Item1, pair.Item2).Common && shared <= Math.Min(a.Length, b.Length);
                }
            )
            .Check(Effort.Of(100));

    [Theory]
    [InlineData("abc", "cba", 3)]
    [InlineData("aab", "abb", 2)]
    [InlineData("abc", "def", 0)]
    public void Letters_in_common_are_counted_with_their_number(string a, string b, int shared) =>
        Counts(a).SharedAtMost(Counts(b)).ShouldBe(shared);

    [Theory]
    [InlineData(255, 255)]
    [InlineData(256, int.MaxValue / 2)]
    public void Strings_too_long_to_count_are_taken_to_share_everything(int length, int shared)
    {
        var letters = Counts(new string('a', length));

        letters.SharedAtMost(Counts(new string('a', 255))).ShouldBe(shared);
        Counts(new string('a', 255)).SharedAtMost(letters).ShouldBe(shared);
    }

    [Theory]
    [InlineData(6, 20, true)]
    [InlineData(5, 20, false)]
    [InlineData(0, 0, true)]
    public void A_value_reaches_a_border_inclusively(int common, int total, bool reaches) =>
        new Similarity(common, total).Reaches(0.60).ShouldBe(reaches);

    [Fact]
    public void Nothing_resembles_nothing() => Similarity.Between("", "").Value.ShouldBe(0);

    [Fact]
    public void One_letter_is_found_once_however_far_apart_it_stands_twice()
    {
        var twice = $"x{new string('y', 130)}x";

        Similarity.Between(twice, "x").Common.ShouldBe(1);
        Similarity.Between(twice, "xx").Common.ShouldBe(2);
    }

    static LetterCounts Counts(string text) => new(LcsPattern.CodePoints(text));

    static decimal Reference(string found, string[] orders)
    {
        var name = TextNormalizer.ComparisonForm(found);
        var best = 0m;
        foreach (var order in orders.Select(TextNormalizer.ComparisonForm))
        {
            foreach (var isFolded in new[] { false, true })
            {
                foreach (var hyphensKept in new[] { false, true })
                {
                    var (a, b) = (Write(name), Write(order));
                    var ratio = Math.Max(Similarity.Between(a, b).Value, Similarity.Between(Sort(a), Sort(b)).Value);
                    best = Math.Max(best, ratio - (isFolded ? Deduction : 0));

                    string Write(string text)
                    {
                        text = hyphensKept ? text : text.Replace('-', ' ');
                        return isFolded ? TextNormalizer.Fold(text) : text;
                    }
                }
            }
        }

        return best;
    }

    static string Sort(string text) => string.Join(' ', text.Split(' ').Order(StringComparer.Ordinal));
}
