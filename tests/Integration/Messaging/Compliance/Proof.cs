using System.Reflection;

namespace Phase1.Integration.Tests.Messaging.Compliance;

/// <summary>Runs the specifications of a compliance suite by name, so that the suite itself can be put to the test.</summary>
static class Proof
{
    public static TheoryData<string> SpecificationsOf<TSuite>() => [.. Methods<TSuite>().Select(method => method.Name)];

    public static TFault FaultCaughtBy<TSuite, TFault>(string specification) =>
        (TFault)Method<TSuite>(specification).GetCustomAttribute<CatchesAttribute>()!.Fault;

    public static Task RunAsync<TSuite>(TSuite suite, string specification) => (Task)Method<TSuite>(specification).Invoke(suite, null)!;

    /// <summary>A broken specification is one that was contradicted, not one that crashed.</summary>
    public static async Task ShouldBeContradictedAsync(Task specification)
    {
        var contradiction = await Record.ExceptionAsync(() => specification);
        contradiction.ShouldNotBeNull("The fault was not noticed.");
        (contradiction is ShouldAssertException or TimeoutException).ShouldBeTrue(contradiction.ToString());
    }

    static MethodInfo Method<TSuite>(string name) => Methods<TSuite>().Single(method => method.Name == name);

    static IEnumerable<MethodInfo> Methods<TSuite>() =>
        typeof(TSuite).GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null);
}
