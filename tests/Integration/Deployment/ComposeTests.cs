using System.Text.RegularExpressions;
using Phase1.Events;

namespace Phase1.Integration.Tests.Deployment;

public sealed partial class ComposeTests(ComposeFixture files)
{
    const string Callers = "Authentication__Callers__";

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
        var services = (await files.SuiteAsync()).Services.Where(service => service.BuiltFrom is not null).ToList();
        services.ShouldNotBeEmpty();
        foreach (var service in services)
        {
            service.StartsAfter.ShouldContain("postgres", service.Name);
            service.StartsAfter.ShouldContain("kafka", service.Name);
        }
    }

    [Fact]
    public async Task Every_container_has_limits_of_memory_and_processes()
    {
        var containers = await AllAsync();
        containers.ShouldNotBeEmpty();
        foreach (var service in containers)
        {
            service.MemoryLimit.ShouldNotBeNull(service.Name).ShouldBeInRange(64L << 20, 2L << 30, service.Name);
            service.ProcessLimit.ShouldNotBeNull(service.Name).ShouldBeInRange(32, 1024, service.Name);
        }
    }

    // "15" is another server next month.
    [Fact]
    public async Task Every_foreign_image_is_one_exact_version() =>
        (await AllAsync())
            .Where(service => service.BuiltFrom is null && !ExactVersion().IsMatch(service.Image!))
            .Select(service => service.Name)
            .ShouldBeEmpty();

    // Services call one another by these names, and answer to their own alone.
    [Fact]
    public async Task Every_service_is_called_what_the_others_call_it() =>
        (await AllAsync())
            .Where(service => service.BuiltFrom is not null && service.HostName != service.Name)
            .Select(service => service.Name)
            .ShouldBeEmpty();

    [Fact]
    public async Task No_two_callers_share_a_key_and_each_is_known_to_those_that_it_calls()
    {
        var services = (await AllAsync()).Where(service => service.BuiltFrom is not null).ToList();
        services.ShouldNotBeEmpty();
        foreach (var caller in services)
        {
            var called = services.Where(other => caller.Environment.Values.Contains($"http://{other.Name}:8080")).ToList();
            var own = caller.Environment.GetValueOrDefault("Authentication__OwnKey");
            (own is not null).ShouldBe(called.Count > 0, caller.Name);
            foreach (var other in services)
            {
                var known = other.Environment.Where(setting => setting.Key.StartsWith(Callers, StringComparison.Ordinal));
                var names = known
                    .Where(setting => own is not null && setting.Value.Split(',').Contains(own))
                    .Select(setting => setting.Key);
                names.ShouldBe(called.Contains(other) ? [Callers + WireName(caller.BuiltFrom!)] : [], $"{caller.Name} at {other.Name}");
            }
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
            .SelectMany(setting => setting.Value.Split(','))
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

    static string WireName(string service) => (string)typeof(ServiceNames).GetField(service)!.GetRawConstantValue()!;

    async Task<IReadOnlyList<ComposeService>> AllAsync() => (await files.SuiteAsync()).Services;

    [GeneratedRegex(@":\d+\.\d+(?:\.\d+)?$|@sha256:", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ExactVersion();

    [GeneratedRegex("(?:PASSWORD|AUTH|OwnKey|__Callers__\\w+)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SecretName();

    [GeneratedRegex("password=(?<secret>[^;,]*)", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PasswordInside();
}
