using System.Text.RegularExpressions;

namespace Phase1.Integration.Tests.Deployment;

public sealed partial class ComposeTests(ComposeFixture files)
{
    [Fact]
    public async Task Every_service_of_the_house_is_in_a_container()
    {
        var suite = await files.SuiteAsync();

        suite
            .Services.Select(service => service.BuiltFrom)
            .OfType<string>()
            .ShouldBe(
                Directory
                    .EnumerateDirectories(ComposeFixture.PathOf("services"))
                    .Select(Path.GetFileName)
                    .Where(name => name != "AllInOne")!,
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task Nothing_is_published_beyond_this_machine() =>
        (await AllAsync()).SelectMany(service => service.PublishedOn).ShouldAllBe(address => address == "127.0.0.1");

    // The recipe that the others are built from has its own; a unit test looks at it.
    [Fact]
    public async Task Every_container_can_say_whether_it_is_well() =>
        (await AllAsync())
            .Where(service => service.BuiltFrom is null && !service.HasHealthCheck)
            .Select(service => service.Name)
            .ShouldBeEmpty();

    [Fact]
    public async Task No_foreign_container_runs_as_root() =>
        (await AllAsync())
            .Where(service => service.BuiltFrom is null && service.User is null or "root" or "0")
            .Select(service => service.Name)
            .ShouldBeEmpty();

    [Fact]
    public async Task Services_start_when_their_servers_are_well()
    {
        foreach (var service in (await files.SuiteAsync()).Services.Where(service => service.BuiltFrom is not null))
        {
            service.StartsAfter.ShouldContain("postgres", service.Name);
            service.StartsAfter.ShouldContain("kafka", service.Name);
        }
    }

    [Fact]
    public async Task Kafka_is_the_version_that_the_tests_run_on() =>
        (await files.SuiteAsync())["kafka"].Image.ShouldBe("apache/kafka:4.2.0");

    [Fact]
    public async Task No_password_stands_in_a_file()
    {
        var settings = (await AllAsync()).SelectMany(service => service.Environment).ToList();
        var secret = settings
            .Where(setting => SecretName().IsMatch(setting.Key))
            .Select(setting => setting.Value)
            .Concat(settings.SelectMany(setting => PasswordInside().Matches(setting.Value)).Select(inside => inside.Groups["secret"].Value))
            .ToList();

        secret.Count.ShouldBeGreaterThan(10);
        secret.ShouldAllBe(value => files.Secrets.Values.Contains(value));
    }

    [Fact]
    public async Task Without_its_secrets_the_file_says_what_to_do()
    {
        Assert.SkipWhen(DockerCompose.Missing is not null, DockerCompose.Missing ?? "");

        var refused = await DockerCompose.ConfigAsync(ComposeFixture.PathOf("docker-compose.yml"), new Dictionary<string, string>());

        refused.ExitCode.ShouldNotBe(0);
        refused.Errors.ShouldContain("PHASE1_");
        refused.Errors.ShouldContain("./phase1 secrets");
    }

    async Task<IReadOnlyList<ComposeService>> AllAsync() => (await files.SuiteAsync()).Services;

    [GeneratedRegex("(?:PASSWORD|AUTH|ServiceKey)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SecretName();

    [GeneratedRegex("password=(?<secret>[^;,]*)", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PasswordInside();
}
