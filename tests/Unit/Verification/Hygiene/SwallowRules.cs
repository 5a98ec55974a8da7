using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Phase1.Unit.Tests.Verification.Hygiene;

/// <summary>H-03: a test does not pass because something, whatever it was, has failed.</summary>
static class SwallowRules
{
    internal static IEnumerable<(int Line, string What)> Swallowed(TestSource source, TestSuite suite) =>
        source.IsProgram ? [] : [.. Catches(source), .. Unexamined(source)];

    static IEnumerable<(int Line, string What)> Catches(TestSource source) =>
        source
            .Nodes<CatchClauseSyntax>()
            .Where(clause => IsBare(clause) && !Throws(clause.Block) && !IsUsed(clause))
            .Select(clause => (TestSource.LineOf(clause), "a catch of everything that forgets what it was"));

    static IEnumerable<(int Line, string What)> Unexamined(TestSource source) =>
        source
            .Nodes<InvocationExpressionSyntax>()
            .Where(call => TakesEverything(call) && IsForgotten(Whole(call).Parent))
            .Select(call => (TestSource.LineOf(call), $"{call.Expression} takes any failure, and nobody looks at it"));

    static bool IsBare(CatchClauseSyntax clause) =>
        clause.Filter is null && clause.Declaration is null or { Type: IdentifierNameSyntax { Identifier.Text: "Exception" } };

    static bool Throws(SyntaxNode block) => block.DescendantNodes().Any(node => node is ThrowStatementSyntax or ThrowExpressionSyntax);

    static bool IsUsed(CatchClauseSyntax clause) =>
        clause.Declaration?.Identifier.Text is { Length: > 0 } name && Assertions.Identifiers(clause.Block).Contains(name);

    static bool TakesEverything(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax member
        && (
            member.Name
                is GenericNameSyntax
                {
                    Identifier.Text: "Throw" or "ThrowAsync" or "ThrowsAny" or "ThrowsAnyAsync",
                    TypeArgumentList.Arguments: [IdentifierNameSyntax { Identifier.Text: "Exception" }]
                }
            || member is { Name.Identifier.Text: "Exception" or "ExceptionAsync", Expression: var owner }
                && owner.ToString() is "Record" or "Xunit.Record"
        );

    // A method without a result: whoever returns the failure leaves it to somebody else to look.
    static bool IsForgotten(SyntaxNode? owner) =>
        owner
            is ExpressionStatementSyntax
                or ArrowExpressionClauseSyntax
                {
                    Parent: MethodDeclarationSyntax { ReturnType: PredefinedTypeSyntax or IdentifierNameSyntax }
                };

    static SyntaxNode Whole(SyntaxNode call) => call.Parent is AwaitExpressionSyntax awaited ? awaited : call;
}
