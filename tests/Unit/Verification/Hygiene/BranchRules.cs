using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Phase1.Unit.Tests.Verification.Hygiene;

/// <summary>H-05: what a test asserts is reached. Under a condition, or in a loop over what may be empty, it may not be.</summary>
static class BranchRules
{
    internal static IEnumerable<(int Line, string What)> MayNotBeReached(TestSource source, TestSuite suite) =>
        source.Tests.SelectMany(test => Branches(test).Concat(Conditionals(test)).Concat(Loops(test)));

    // What a case of a theory says decides each time in the same way; and a branch that only fails the test is an assertion itself.
    static IEnumerable<(int Line, string What)> Branches(MethodDeclarationSyntax test)
    {
        var cases = test.ParameterList.Parameters.Select(parameter => parameter.Identifier.Text).ToHashSet();
        return test.DescendantNodes()
            .OfType<IfStatementSyntax>()
            .Where(branch => branch.Else is null && Assertions.In(branch.Statement).Any(one => Assertions.NameOf(one) != "Fail"))
            .Where(branch => !Assertions.Identifiers(branch.Condition).Overlaps(cases) && !branch.Ancestors().Any(IsEndless))
            .Select(branch => (TestSource.LineOf(branch), "an assertion under a condition"));
    }

    // It goes on until one of its conditions holds.
    static bool IsEndless(SyntaxNode loop) =>
        loop is ForStatementSyntax { Condition: null } or WhileStatementSyntax { Condition: LiteralExpressionSyntax };

    static IEnumerable<(int Line, string What)> Conditionals(MethodDeclarationSyntax test) =>
        test.DescendantNodes()
            .OfType<ConditionalAccessExpressionSyntax>()
            .Where(access => Assertions.In(access.WhenNotNull).Any(one => Chained(one, access)))
            .Select(access => (TestSource.LineOf(access), "an assertion that nothing reaches where ?. finds null"));

    // As in x?.Name.ShouldBe(...): the assertion's own subject hangs on the question mark, not an argument within.
    static bool Chained(InvocationExpressionSyntax assertion, ConditionalAccessExpressionSyntax access) =>
        assertion == access.WhenNotNull && Assertions.NameOf(assertion).StartsWith("Should", StringComparison.Ordinal);

    static IEnumerable<(int Line, string What)> Loops(MethodDeclarationSyntax test) =>
        test.DescendantNodes()
            .OfType<CommonForEachStatementSyntax>()
            .Where(loop => Assertions.In(loop.Statement).Any() && !IsNeverEmpty(loop.Expression) && !IsCounted(test, loop))
            .Select(loop => (TestSource.LineOf(loop), $"an assertion in a loop over {loop.Expression}, which may be empty"));

    static bool IsNeverEmpty(ExpressionSyntax looped) =>
        looped
            is CollectionExpressionSyntax
                or ArrayCreationExpressionSyntax
                or ImplicitArrayCreationExpressionSyntax
                or BaseObjectCreationExpressionSyntax
        // A list that stands in the sources, or is made of one: Topics.All.
        || char.IsAsciiLetterUpper(looped.ToString()[0]);

    // Something that the loop goes over, or that it counts, is asserted outside; or it is taken from what is known to have elements.
    static bool IsCounted(MethodDeclarationSyntax test, CommonForEachStatementSyntax loop)
    {
        var looped = Assertions.Identifiers(loop.Expression);
        var known = looped.Concat(Changed(loop.Statement)).ToHashSet();
        return Assertions.In(test).Where(one => !loop.Span.Contains(one.Span)).Any(one => Assertions.Identifiers(one).Overlaps(known))
            || test.ParameterList.Parameters.Any(parameter => looped.Contains(parameter.Identifier.Text))
            || (
                !IsFiltered(loop.Expression)
                && loop.Expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().FirstOrDefault() is { } name
                && IsGiven(test, name)
            );
    }

    static bool IsFiltered(ExpressionSyntax looped) =>
        looped
            .DescendantNodesAndSelf()
            .OfType<InvocationExpressionSyntax>()
            .Any(call => Assertions.NameOf(call).StartsWith("Where", StringComparison.Ordinal));

    // A variable of the test that is written down there with its elements, or of which one element is named.
    static bool IsGiven(MethodDeclarationSyntax test, IdentifierNameSyntax name) =>
        test.DescendantNodes()
            .Any(node =>
                node switch
                {
                    VariableDeclaratorSyntax { Initializer.Value: var value } one => one.Identifier.Text == name.Identifier.Text
                        && (IsNeverEmpty(value) || value.ToString().Contains("Enumerable.Range(", StringComparison.Ordinal)),
                    ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax }] } one =>
                        one.Expression.ToString() == name.Identifier.Text,
                    _ => false,
                }
            );

    static IEnumerable<string> Changed(SyntaxNode body) =>
        body.DescendantNodes()
            .Select(node =>
                node switch
                {
                    AssignmentExpressionSyntax assignment => assignment.Left.ToString(),
                    PostfixUnaryExpressionSyntax counted => counted.Operand.ToString(),
                    PrefixUnaryExpressionSyntax counted => counted.Operand.ToString(),
                    InvocationExpressionSyntax call when Assertions.NameOf(call) == "Add" => Assertions.OwnerOf(call),
                    _ => null,
                }
            )
            .OfType<string>();
}
