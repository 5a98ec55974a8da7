using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Phase1.Unit.Tests.Verification.Hygiene;

/// <summary>What in a test can fail it.</summary>
static class Assertions
{
    // They say that nothing has been thrown, or nothing is missing, and nothing about what has been done.
    static readonly string[] Weak = ["ShouldNotBeNull", "NotThrow", "NotThrowAsync", "ShouldNotThrow", "NotNull"];

    internal static IEnumerable<InvocationExpressionSyntax> In(SyntaxNode node) =>
        node.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Where(IsAssertion);

    internal static bool IsAssertion(InvocationExpressionSyntax call)
    {
        var name = NameOf(call);
        return name.StartsWith("Should", StringComparison.Ordinal)
            || OwnerOf(call) switch
            {
                "Should" or "Eventually" => true,
                "Assert" or "Xunit.Assert" => !name.StartsWith("Skip", StringComparison.Ordinal),
                // A property that is tried with many values.
                { } owner => name == "Check" && owner.StartsWith("Prop.", StringComparison.Ordinal),
                null => false,
            };
    }

    internal static bool IsWeak(InvocationExpressionSyntax assertion) => Weak.Contains(NameOf(assertion));

    /// <summary>What is called, without its owner and its types.</summary>
    internal static string NameOf(InvocationExpressionSyntax call) =>
        call.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
            MemberBindingExpressionSyntax member => member.Name.Identifier.Text,
            SimpleNameSyntax name => name.Identifier.Text,
            _ => "",
        };

    /// <summary>What stands before the dot; null where there is none.</summary>
    internal static string? OwnerOf(InvocationExpressionSyntax call) =>
        (call.Expression as MemberAccessExpressionSyntax)?.Expression.ToString();

    /// <summary>What an assertion in Shouldly's way is about; null for others.</summary>
    internal static ExpressionSyntax? SubjectOf(InvocationExpressionSyntax assertion) =>
        NameOf(assertion).StartsWith("Should", StringComparison.Ordinal) && assertion.Expression is MemberAccessExpressionSyntax member
            ? member.Expression
            : null;

    internal static ISet<string> Identifiers(SyntaxNode node) =>
        node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.Text).ToHashSet();
}
