using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Hosting;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Docs;
using Phase1.Unit.Tests.Architecture;
using Phase1.Verification.Matrix;
using Phase1.Verification.Planning;

namespace Phase1.Unit.Tests.Verification.Discovery;

public sealed partial class DiscoveryTests
{
    // ProcessingWorkers, which the host starts, makes as many of them as the settings say.
    static readonly string[] MadeByOthers = ["ProcessingWorker"];

    [Fact]
    [Trait("Scenario", "FRM-52")]
    public async Task Parts_of_every_kind_are_found_without_a_list()
    {
        var found = await ComponentCatalogue.DiscoverAsync();

        found.Select(part => part.Id).ShouldBeUnique();
        found.Select(part => part.Kind).Distinct().ShouldBe(Enum.GetValues<ComponentKind>(), ignoreOrder: true);
        string[] some =
        [
            "bos.saga.BatchStateMachine",
            "cms.worker.DeadlineMonitor",
            "engine.worker.OutboxRelay",
            "bos.endpoint.POST /v1/batches/register",
            "host.endpoint.GET /livez",
            "cms.consumer.BatchStatusChangedConsumer",
            "nlp.client.RosterClient",
            "cms.options.Associations",
            "tickets.store.TicketsDbContext",
            "els.producer.huleedu.els.batch.essays.ready.v1",
        ];
        some.Except(found.Select(part => part.Id)).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Scenario", "FRM-52")]
    public async Task Nothing_is_built_and_not_connected() =>
        Unconnected(
                [.. AssemblyArrows.All.Select(Assembly.Load).SelectMany(assembly => assembly.GetTypes())],
                [
                    .. (await FoundHost.AllAsync()).SelectMany(host =>
                        host.Types.Concat(host.Workers).Concat(host.Options.Select(one => one.Options))
                    ),
                ]
            )
            .Except(PartsOfOptions())
            .Except(MadeByOthers)
            .ShouldBeEmpty();

    [Fact]
    public void A_worker_that_nobody_starts_is_found()
    {
        Unconnected([typeof(Idle), typeof(DiscoveryTests)], []).ShouldBe([nameof(Idle)]);
        Unconnected([typeof(Idle)], [typeof(Idle)]).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Scenario", "FRM-52")]
    public void Whoever_speaks_to_the_outside_belongs_to_a_part() =>
        SourceFiles
            .In("libs", "services")
            .Where(file => Outside().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetFileName(file))
            .ShouldBe(Declared.Outside.SelectMany(part => part.Value), ignoreOrder: true);

    [Theory]
    [InlineData("using var http = new HttpClient(handler);", true)]
    [InlineData("File.WriteAllText(path, text);", true)]
    [InlineData("var store = NpgsqlDataSource.Create(text);", true)]
    [InlineData("sealed class Caller(HttpClient http)", false)]
    [InlineData("File.Exists(path)", false)]
    public void A_way_to_the_outside_is_found(string source, bool found) => Outside().IsMatch(source).ShouldBe(found);

    [Fact]
    [Trait("Scenario", "FRM-58")]
    public async Task The_matrix_is_the_same_in_whatever_order_its_parts_are_found()
    {
        var found = await ComponentCatalogue.DiscoverAsync();

        MatrixPage.ToJson(found.Reverse()).ShouldBe(MatrixPage.ToJson(found));
        new GeneratedPage("docs/verification/matrix.json").ShouldBe(MatrixPage.ToJson(found));
        new GeneratedPage("docs/verification.md").ShouldHold("components", MatrixPage.ToMarkdown(found));
    }

    [Fact]
    public async Task The_planner_reads_the_matrix()
    {
        var known = KnownComponent.Read(MatrixPage.ToJson(await ComponentCatalogue.DiscoverAsync()));

        new Planner(known)
            .Plan("Rewrite DeadlineMonitor")
            .Categories.Select(one => one.Category)
            .ShouldBe([Phase1.Verification.Catalogue.Category.Background]);
    }

    static IEnumerable<string> Unconnected(IReadOnlyList<Type> built, IReadOnlyList<Type> connected)
    {
        var known = connected.Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type).ToHashSet();
        return built.Where(type => type.IsClass && !type.IsAbstract && NeedsHost(type) && !known.Contains(type)).Select(type => type.Name);
    }

    static bool NeedsHost(Type type) =>
        type.IsAssignableTo(typeof(IHostedService))
        || type.IsAssignableTo(typeof(IValidatedOptions))
        || ComponentCatalogue.IsConsumer(type)
        || ComponentCatalogue.IsSaga(type);

    // The part of a section that a class nested in it fills.
    static IEnumerable<string> PartsOfOptions() =>
        AssemblyArrows
            .All.Select(Assembly.Load)
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsAssignableTo(typeof(IValidatedOptions)))
            .SelectMany(type => type.GetProperties().Select(property => property.PropertyType.Name));

    sealed class Idle : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask;
    }

    [GeneratedRegex(
        @"new HttpClient\b|ConnectionMultiplexer|Process\.Start|new Process\b|new Socket\b|new TcpClient|NpgsqlDataSource\.Create|Npgsql(Slim)?DataSourceBuilder|\bFile\.(Write|Create|Open|Append|Delete|Move)|Directory\.(Create|Delete)|new FileStream|(Producer|Consumer)Builder<"
    )]
    private static partial Regex Outside();
}
