using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching.Rules;

/// <summary>The orders of the specification, and that no rule is without an example and a near miss.</summary>
public sealed class RuleOrderTests
{
    [Fact]
    public void The_rules_for_names_stand_in_the_order_of_the_table() =>
        Names(NameRules.InOrder)
            .ShouldBe([
                nameof(SameTokens),
                nameof(SameFoldedTokens),
                nameof(SameWithoutParticles),
                nameof(SameInitials),
                nameof(FurtherGivenNameOnly),
                nameof(PartOfName),
                nameof(NameWithMoreWords),
                nameof(SimilarLetters),
            ]);

    [Fact]
    public void A_file_name_is_judged_by_the_rules_for_full_names_alone() =>
        Names(NameRules.ForFileNames).ShouldBe([nameof(SameTokens), nameof(SameFoldedTokens), nameof(SameWithoutParticles)]);

    [Fact]
    public void The_steps_of_reading_stand_in_their_order() =>
        Names(ReadingSteps.InOrder)
            .ShouldBe([
                nameof(LinesOfOthers),
                nameof(EmailExtractor),
                nameof(LabelReader),
                nameof(HeaderExtractor),
                nameof(EmailAnchor),
                nameof(EmailLocalParts),
                nameof(FileNameReader),
                nameof(Salutations),
            ]);

    [Fact]
    public void The_vetoes_stand_in_the_order_of_the_specification() =>
        Vetoes
            .InOrder.Select(veto => veto.Code)
            .ShouldBe([
                "namesake",
                "close_second",
                "multiple_names",
                "name_email_conflict",
                "file_name_conflict",
                "body_email",
                "middle_name_conflict",
                "digits_differ",
            ]);

    [Fact]
    public void Every_kind_of_evidence_has_a_code_and_stands_where_the_table_has_it() =>
        Enum.GetValues<EvidenceKind>()
            .Select(kind => kind.Code())
            .ShouldBe([
                "email_exact",
                "name_exact",
                "name_folded",
                "email_fuzzy",
                "name_particle",
                "name_initials",
                "name_second_given",
                "name_partial",
                "name_fuzzy",
                "salutation",
                "email_local_part",
                "file_name",
                "elimination",
                "model_name",
            ]);

    [Fact]
    public void Every_rule_for_names_has_an_example_and_a_near_miss()
    {
        foreach (var rule in Names(NameRules.InOrder))
        {
            var tests = typeof(RuleOrderTests).Assembly.GetType($"{typeof(RuleOrderTests).Namespace}.{rule}Tests");

            tests.ShouldNotBeNull($"{rule} has no tests.");
            tests.GetMethods().ShouldContain(test => test.Name.Contains("near_miss"), $"{rule} has no near miss.");
        }
    }

    static IEnumerable<string> Names<T>(IEnumerable<T> inOrder) => inOrder.Select(one => one!.GetType().Name);
}
