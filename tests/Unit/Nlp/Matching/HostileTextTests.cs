using System.Reflection;
using System.Text.RegularExpressions;
using Phase1.Events;
using Phase1.Matching;
using Phase1.Nlp.Matching;
using Phase1.Text;

namespace Phase1.Unit.Tests.Nlp.Matching;

/// <summary>
/// Texts that are made to keep a matcher busy. What bounds the work is tested rather than the time it takes: no backtracking, as many names and
/// addresses as a page may hold, and memory that grows with the text and no faster.
/// </summary>
[Trait("Scenario", "S-422")]
public sealed class HostileTextTests
{
    static readonly int Longest = Effort.IsMutated ? 1_000 : 50_000;

    /// <summary>Longer than any machine needs for these texts: it ends a test that would otherwise never end.</summary>
    const int Hang = 60_000;

    public static TheoryData<string> Pieces { get; } =
    [
        "@",
        "a@b.se ",
        "A@",
        "a.",
        "a@b.",
        "-",
        "Namn: Tove Hallgren\n",
        "Namn: Tove ",
        "Förnamn: Tove Efternamn: Hallgren ",
        "Lärare: ",
        "1 Tove ",
        "- ",
        "\u0301\u0323",
        "Tove & ",
        "Tove Hallgren/",
        "\n",
        "klass: ",
        "2026-02-11 Anna Berg ",
        "Hej Tove, ",
        "af von ",
        "(\"Tove\") ",
        "T. ",
        "\uD83D\uDE00",
        "😀 å ",
    ];

    [Theory(Timeout = Hang)]
    [MemberData(nameof(Pieces))]
    public async Task Fifty_thousand_characters_of_one_kind_end(string piece)
    {
        var match = await Task.Run(() => ClassNv26b.Match(Text(piece, Longest)), TestContext.Current.CancellationToken);

        match.NoMatchReason.ShouldNotBe(NoMatchReason.ProcessingError);
        match.SkippedSteps.ShouldBe(0);
    }

    [Theory(Timeout = Hang)]
    [MemberData(nameof(Pieces))]
    public async Task Four_times_the_text_takes_at_most_about_four_times_the_memory(string piece)
    {
        var (quarter, whole) = (Text(piece, Longest / 4), Text(piece, Longest));

        var (less, more) = await Task.Run(() => (Allocated(quarter), Allocated(whole)), TestContext.Current.CancellationToken);

        more.ShouldBeLessThan((5 * less) + 200_000);
    }

    [Fact]
    public void Names_are_compared_with_each_student_once_and_no_more_than_forty_of_them()
    {
        var names = Enumerable.Range(0, 500).Select(i => $"{Letters(i)} 1 ");
        CountingRule counting = new();
        var matcher = Matcher(counting);

        var match = matcher.Match(ClassNv26b.Students, [new EssayText("e1", null, "Namn: " + string.Concat(names))]).Essays[0];

        match.Extracted.Names.Count.ShouldBe(40);
        counting.Judged.ShouldBe(40 * ClassNv26b.Students.Length);
    }

    [Fact]
    public void No_more_than_a_hundred_addresses_are_compared()
    {
        var addresses = string.Concat(Enumerable.Range(0, 500).Select(i => $"{Letters(i)}@norrvik.example "));

        ClassNv26b.Match(addresses).Extracted.Emails.Count.ShouldBe(100);
    }

    [Fact]
    public void Matching_knows_no_regular_expressions() =>
        typeof(BatchMatcher).Assembly.GetReferencedAssemblies().ShouldNotContain(name => name.Name == "System.Text.RegularExpressions");

    [Fact]
    public void What_matching_is_built_on_backtracks_nowhere() =>
        typeof(TextNormalizer)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
            .Select(method => method.GetCustomAttribute<GeneratedRegexAttribute>())
            .Where(regex => regex is not null && !regex.Options.HasFlag(RegexOptions.NonBacktracking))
            .ShouldBeEmpty();

    static string Text(string piece, int length) => string.Concat(Enumerable.Repeat(piece, length / piece.Length));

    /// <summary>What matching a text takes, once everything it needs is made.</summary>
    static long Allocated(string text)
    {
        ClassNv26b.Match(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        ClassNv26b.Match(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>A name of three letters, another one for each number.</summary>
    static string Letters(int number) =>
        string.Concat(Enumerable.Range(0, 3).Select(i => (char)('a' + (number / (int)Math.Pow(26, i) % 26))));

    static BatchMatcher Matcher(NameRule rule)
    {
        MatchingThresholds thresholds = new();
        NameMatcher names = new(thresholds, [rule]);
        return new BatchMatcher(thresholds, new EssayMatcher(thresholds, ReadingSteps.InOrder, names, new EmailMatcher(thresholds)));
    }

    sealed class CountingRule : NameRule
    {
        public int Judged { get; private set; }

        public override bool NeedsSharedPart => false;

        public override Evidence? Judge(in NamePair pair, MatchingThresholds thresholds)
        {
            Judged++;
            return null;
        }
    }
}
