using System.Reflection;
using System.Text.RegularExpressions;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Phase1.Events;
using Phase1.Messaging.Background;
using Phase1.Messaging.Storage;

namespace Phase1.Unit.Tests.Architecture;

/// <summary>What can be done in several ways is done in one. Braces and the names of fields are the compiler's business (.editorconfig).</summary>
public sealed partial class There_is_one_dialect
{
    // What a test that belongs to no single service or library is about.
    static readonly string[] CommonTests =
    [
        "Architecture",
        "Deployment",
        "Docs",
        "Infrastructure",
        "Runner",
        "Security",
        "Servers",
        "Suite",
        "Verification",
    ];

    // What a host starts and what has no ticks: the engine's start, its lanes, a subscription; several ticking works that are started together
    // (workers of uploads, lanes of the guard); and what is done once, at the start.
    static readonly string[] WithoutTicks = ["EngineStart", "RecordPump", "WakeUps", "ProcessingWorkers", "GuardLanes", "LeftoverCleaning"];

    static IEnumerable<Type> Types => AssemblyArrows.All.SelectMany(name => Assembly.Load(name).GetTypes());

    [Theory]
    [InlineData("Unit")]
    [InlineData("Integration")]
    public void Tests_lie_in_the_folder_of_the_service_or_library_that_they_test(string project) =>
        Directory
            .EnumerateDirectories(Path.Combine(SourceFiles.Root(), "tests", project))
            .Select(folder => Path.GetFileName(folder))
            .Where(folder => folder is not ("bin" or "obj"))
            .Except(AssemblyArrows.All.Select(name => name.Split('.')[1]))
            .Except(CommonTests)
            .ShouldBeEmpty();

    [Theory]
    [InlineData("Unit")]
    [InlineData("Integration")]
    public void The_namespace_of_a_test_is_its_folder(string project)
    {
        var root = Path.Combine(SourceFiles.Root(), "tests", project);
        SourceFiles
            .In(root)
            .Where(file =>
            {
                var folder = Path.GetRelativePath(root, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.');
                var wanted = folder == "." ? $"Phase1.{project}.Tests" : $"Phase1.{project}.Tests.{folder}";
                return Namespace().Match(File.ReadAllText(file)) is { Success: true } found && found.Groups[1].Value != wanted;
            })
            .Select(SourceFiles.Name)
            .ShouldBeEmpty();
    }

    // Two services may each have their ConfirmationTests; what helps tests has one name for one thing.
    [Fact]
    public void No_two_helpers_of_tests_have_one_name() =>
        SourceFiles
            .In("tests")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => name != "Program" && !name.EndsWith("Tests", StringComparison.Ordinal))
            .CountBy(name => name)
            .Where(count => count.Value > 1)
            .Select(count => count.Key)
            .ShouldBeEmpty();

    [Fact]
    public void A_route_is_mapped_by_a_class_named_by_verb_noun_and_Endpoint() =>
        SourceFiles
            .In("services")
            .Where(file => Route().IsMatch(File.ReadAllText(file)))
            .Where(file => !EndpointName().IsMatch(Path.GetFileNameWithoutExtension(file)))
            .Select(SourceFiles.Name)
            .ShouldBeEmpty();

    // A library maps what every service has, as groups of several routes that belong together: a class for each group.
    [Fact]
    public void A_library_s_routes_are_mapped_by_a_class_named_Endpoint_or_Endpoints() =>
        SourceFiles
            .In("libs")
            .Where(file => AnyRoute().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => !EndpointName().IsMatch(name) && !name.EndsWith("Endpoints", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void A_route_s_handler_is_named_Handle() =>
        SourceFiles
            .In("services")
            .SelectMany(file => Route().Matches(File.ReadAllText(file)))
            .Select(route => route.Groups["handler"].Value)
            .Where(handler => !HandlerName().IsMatch(handler))
            .ShouldBeEmpty();

    [Fact]
    public void A_consumer_of_one_record_is_named_after_it() =>
        Types
            // A generic one is called after what it does with whatever record it is made for.
            .Where(type => !type.IsGenericTypeDefinition)
            .Select(type => (type.Name, Records: Consumed(type)))
            .Where(consumer => consumer.Records.Length == 1 && consumer.Name != consumer.Records[0].Name + "Consumer")
            .Select(consumer => consumer.Name)
            .ShouldBeEmpty();

    [Fact]
    public void A_client_of_another_service_is_named_Client() =>
        SourceFiles
            .In("services")
            .SelectMany(file => AddedClient().Matches(File.ReadAllText(file)))
            .Select(client => client.Groups[1].Value)
            .Where(name => !name.EndsWith("Client", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void Work_in_the_background_has_one_base() =>
        Types
            .Where(type => typeof(IHostedService).IsAssignableFrom(type) && !type.IsAbstract && !type.IsSubclassOf(typeof(BackgroundWork)))
            .Select(type => type.Name)
            .ShouldBe(WithoutTicks, ignoreOrder: true);

    [Fact]
    public void A_document_in_a_column_is_stored_by_the_one_helper() =>
        SourceFiles
            .In("libs", "services")
            .Where(file => Path.GetFileName(file) != "JsonColumn.cs")
            .Select(file => (Name: SourceFiles.Name(file), Text: File.ReadAllText(file)))
            .Where(file => file.Text.Contains("HasColumnType(\"jsonb\")", StringComparison.Ordinal))
            .Where(file => file.Text.Contains("JsonSerializer.", StringComparison.Ordinal))
            .Select(file => file.Name)
            .ShouldBeEmpty();

    [Fact]
    public void A_service_s_name_stands_once()
    {
        string[] names = [.. typeof(ServiceNames).GetFields().Select(field => (string)field.GetRawConstantValue()!)];
        SourceFiles
            .In("libs", "services")
            .Where(file => Path.GetFileName(file) != "ServiceNames.cs")
            .Where(file => names.Any(name => File.ReadAllText(file).Contains($"\"{name}\"", StringComparison.Ordinal)))
            .Select(SourceFiles.Name)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_enumeration_in_a_column_is_stored_by_the_one_converter()
    {
        var columns = Types.Where(type => type.IsSubclassOf(typeof(DbContext))).SelectMany(EnumColumns).ToList();

        columns.Count.ShouldBeGreaterThan(20);
        columns.Where(column => column.Converter != typeof(EnumNameConverter<>)).Select(column => column.Name).ShouldBeEmpty();
    }

    static IEnumerable<(string Name, Type? Converter)> EnumColumns(Type context)
    {
        var options = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(context))!;
        using var database = (DbContext)Activator.CreateInstance(context, options.UseNpgsql().Options)!;
        return
        [
            .. from entity in database.Model.GetEntityTypes()
            from property in entity.GetProperties()
            where (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).IsEnum
            select (
                $"{entity.GetTableName()}.{property.GetColumnName()}",
                property.GetValueConverter()?.GetType().GetGenericTypeDefinition()
            ),
        ];
    }

    static Type[] Consumed(Type type) =>
        type.IsAbstract
            ? []
            :
            [
                .. type.GetInterfaces()
                    .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IConsumer<>))
                    .Select(i => i.GenericTypeArguments[0]),
            ];

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\.Map(?:Get|Post|Put|Patch|Delete)\(""[^""]*"", (?<handler>\w+)\)", RegexOptions.NonBacktracking)]
    private static partial Regex Route();

    [GeneratedRegex(@"\.Map(?:Get|Post|Put|Patch|Delete)\(""", RegexOptions.NonBacktracking)]
    private static partial Regex AnyRoute();

    [GeneratedRegex(
        "^(?:Cancel|Close|Confirm|Correct|Create|Decide|Defer|Delete|Get|Import|List|Mark|Preview|Register|Reopen|Repair|Request|Resume|Run|Store|Stream|Update|Upload)[A-Z][A-Za-z]*Endpoint$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex EndpointName();

    [GeneratedRegex(@"^Handle(?:[A-Za-z]*Async)?$", RegexOptions.NonBacktracking)]
    private static partial Regex HandlerName();

    [GeneratedRegex(@"AddServiceClient<(\w+)>", RegexOptions.NonBacktracking)]
    private static partial Regex AddedClient();
}
