using Phase1.Servers.Processes;
using Phase1.Servers.Suites;

namespace Phase1.EndToEnd.Tests.Security;

/// <summary>The one process of the Development environment takes a key that everybody knows: it ends before it listens where others could come.</summary>
public sealed class The_development_suite_stays_on_the_machine
{
    [Theory]
    [InlineData("--Kestrel:Endpoints:Http:Url=http://0.0.0.0:0")]
    [InlineData("--Nlp:urls=http://*:0")]
    public async Task It_ends_as_with_any_other_wrong_setting(string argument)
    {
        var settings = SuiteServices.All.Select(service => service.ToString()).Append("Log");
        await using var suite = new ChildProcess(
            "suite",
            ["dotnet", Repository.Output("services/AllInOne", "Phase1.AllInOne.dll"), argument],
            settings.ToDictionary(name => $"ConnectionStrings__{name}", string? (_) => "Host=127.0.0.1;Port=1;Database=none")
        );
        suite.Start();

        (await suite.EndAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken)).ShouldBe(78, suite.Words);

        suite.Words.ShouldContain("the Development environment listens on loopback addresses alone");
    }
}
