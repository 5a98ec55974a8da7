using System.Reflection;
using Phase1.Events;

namespace Phase1.Unit.Tests.Architecture;

public sealed class Assemblies_know_only_whom_they_may
{
    [Fact]
    public void No_assembly_draws_a_forbidden_arrow() => AssemblyArrows.Forbidden(AssemblyArrows.Drawn()).ShouldBeEmpty();

    [Fact]
    public void The_arrows_are_really_read() => AssemblyArrows.Drawn().ShouldContain(("Phase1.Messaging", "Phase1.Events"));

    [Theory]
    [InlineData("Phase1.BatchOrchestrator", "Phase1.ClassManagement")]
    [InlineData("Phase1.Events", "Phase1.Messaging")]
    [InlineData("Phase1.Messaging", "Phase1.ServiceDefaults")]
    [InlineData("Phase1.Nlp", "Phase1.Messaging.Postgres")]
    public void A_planted_arrow_is_found(string from, string to) =>
        AssemblyArrows.Forbidden(AssemblyArrows.Drawn().Append((from, to))).ShouldBe([$"{from} -> {to}"]);

    // Messaging may read envelopes, and must not know what is in them.
    [Fact]
    public void The_engine_knows_no_payload()
    {
        var payloads = typeof(IFact).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IFact)));
        var known = Assembly.Load("Phase1.Messaging").GetTypes().SelectMany(TypesOf).ToHashSet();
        payloads.Where(known.Contains).ShouldBeEmpty();
    }

    static IEnumerable<Type> TypesOf(Type type)
    {
        const BindingFlags Everything =
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        return type.GetMethods(Everything)
            .SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType))
            .Concat(type.GetFields(Everything).Select(field => field.FieldType));
    }
}
