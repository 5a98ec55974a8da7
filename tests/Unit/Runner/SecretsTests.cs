using Phase1.Cli.Local;
using Phase1.Servers.Processes;

namespace Phase1.Unit.Tests.Runner;

public sealed class SecretsTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("phase1-secrets-").FullName;

    string File => Path.Combine(_folder, ".env");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_variable_that_the_compose_file_cannot_do_without_is_made()
    {
        var names = Secrets.AskedForBy(System.IO.File.ReadAllText(Repository.PathOf("docker-compose.yml")));
        names.ShouldContain("PHASE1_NLP_KEY");
        names.ShouldContain("PHASE1_PORTAL_KEY");
        names.ShouldNotContain("PHASE1_NLP_KEY_2");
        names.Count.ShouldBeGreaterThan(6);

        Secrets.Complete(File, names);

        var lines = System.IO.File.ReadAllLines(File);
        lines.Select(line => line.Split('=')[0]).ShouldBe(names);
        lines.Select(line => line.Split('=')[1]).ShouldAllBe(password => password.Length == 48);
        lines.Select(line => line.Split('=')[1]).ShouldBeUnique();
    }

    [Fact]
    public void What_is_there_already_stays()
    {
        System.IO.File.WriteAllText(File, "PHASE1_NLP_KEY=mine\nOTHER=kept\n");

        Secrets.Complete(File, ["PHASE1_NLP_KEY", "PHASE1_REDIS_PASSWORD"]);

        System.IO.File.ReadAllLines(File)[..2].ShouldBe(["PHASE1_NLP_KEY=mine", "OTHER=kept"]);
        System.IO.File.ReadAllLines(File)[2].ShouldStartWith("PHASE1_REDIS_PASSWORD=");
    }
}
