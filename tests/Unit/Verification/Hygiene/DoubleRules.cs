using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Phase1.Unit.Tests.Verification.Hygiene;

/// <summary>
/// H-04: where the whole is tested, no double of our own stands in it. What wraps the real thing is none; nor are saboteurs and the logs of the
/// compliance suites, which other tests put to the proof.
/// </summary>
static class DoubleRules
{
    static readonly string[] Whole = ["Integration", "EndToEnd", "Browser"];
    static readonly string[] ProvenFolders = ["Compliance", "Sabotage"];

    internal static IEnumerable<(int Line, string What)> Doubles(TestSource source, TestSuite suite) =>
        Whole.Contains(source.Suite) && !source.Path.Split('/').Intersect(ProvenFolders).Any()
            ? from type in source.Nodes<TypeDeclarationSyntax>()
            where type is not InterfaceDeclarationSyntax
            from port in TestSuite.BasesOf(type).Where(suite.ProductInterfaces.Contains)
            where !Takes(type, port, suite)
            select (TestSource.LineOf(type.Identifier.GetLocation()), $"{type.Identifier.Text} stands for the product's {port}")
            : [];

    static bool Takes(TypeDeclarationSyntax type, string port, TestSuite suite) =>
        (type.ParameterList?.Parameters ?? [])
            .Concat(type.Members.OfType<ConstructorDeclarationSyntax>().SelectMany(one => one.ParameterList.Parameters))
            .Any(parameter => parameter.Type is { } taken && suite.IsRealOf(TestSuite.NameOf(taken), port));
}
