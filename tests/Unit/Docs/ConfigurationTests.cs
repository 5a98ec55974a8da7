using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Phase1.BatchOrchestrator;
using Phase1.ClassManagement;
using Phase1.EssayLifecycle;
using Phase1.Feedback;
using Phase1.FileIntake;
using Phase1.Messaging;
using Phase1.Messaging.Kafka;
using Phase1.Messaging.Postgres;
using Phase1.ModelGateway;
using Phase1.Nlp;
using Phase1.Portal;
using Phase1.Servers.Processes;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Docs;
using Phase1.Tickets;

namespace Phase1.Unit.Tests.Docs;

/// <summary>docs/configuration.md is generated from the options classes that the services register.</summary>
public sealed partial class ConfigurationTests
{
    static readonly (string Name, Phase1Service Service)[] Services =
    [
        ("BOS", new BatchOrchestratorService()),
        ("ELS", new EssayLifecycleService()),
        ("NLP", new NlpService()),
        ("CMS", new ClassManagementService()),
        ("File Intake", new FileIntakeService()),
        ("Tickets", new TicketsService()),
        ("Model Gateway", new ModelGatewayService()),
        ("Feedback", new FeedbackService()),
        ("Portal", new PortalService()),
    ];

    // Read one by one, before there are options.
    static readonly Setting[] Host =
    [
        new("ConnectionStrings:Database", "text", null, null, "The service's own database (PostgreSQL). Required."),
        new("ConnectionStrings:Log", "text", null, null, "The database of the log. Required where the log is on PostgreSQL."),
        new(
            "Authentication:Callers:<Name>",
            "texts, with commas between them",
            null,
            "at least 16 characters each",
            "The keys (`X-Internal-API-Key`) of one caller (`X-Service-ID`), for example `Authentication:Callers:nlp_service`; no two callers have one in common. At least one caller is required outside Development, where the published key is refused. Without any, Development takes the published key from everybody."
        ),
        new(
            "Authentication:OwnKey",
            "text",
            null,
            "at least 16 characters",
            "The key that this service calls others with. Required where it calls any, outside Development."
        ),
        new(
            "AllowedHosts",
            "names, with semicolons between them",
            "this machine: localhost, 127.0.0.1, [::1] and its own name",
            null,
            "The host names that the service answers to, `*.example.org` and `*` among them; requests under other names are refused (400)."
        ),
        new(
            "Services:<Name>",
            "text",
            null,
            null,
            "The address of another service, for example `Services:ClassManagement`. Required where that service is called."
        ),
        new("Messaging:Transport", "text", "Postgres", "Postgres or Kafka", "The log that the service runs on."),
        new(
            "AllInOne:BasePort",
            "integer",
            "8081",
            "a port",
            "The port of BOS in the one-process profile; the others are on the six ports after it, the Portal on the one before."
        ),
        new("Otlp:Endpoint", "text", null, "an http address", "Where traces and metrics are exported to; when not set, nowhere."),
        new("Demo:Clock", "text", null, null, "The file of the demo's clock. Development only."),
    ];

    [Fact]
    public void The_page_of_settings_is_up_to_date() => new GeneratedPage("docs/configuration.md").ShouldBe(Page());

    [Fact]
    public void Every_setting_says_what_it_means() =>
        Sections()
            .SelectMany(section => section.Settings)
            .Where(setting => setting.Meaning is null)
            .Select(setting => setting.Name)
            .ShouldBeEmpty();

    [Fact]
    public void Every_setting_that_is_read_by_its_name_is_on_the_page()
    {
        var page = Page();

        new[] { "libs", "services" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories))
            .SelectMany(file => ReadByName().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value))
            .Where(name => !page.Contains($"`{name}`", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    static IEnumerable<Section> Sections()
    {
        yield return new(
            "Messaging",
            "How the engine runs. The section `Delivery` is read after it into the same settings.",
            "all",
            [.. Engine()]
        );
        yield return new(
            "Retention",
            OptionDocs.SummaryOf(typeof(RetentionOptions)),
            "all",
            [.. OptionDocs.SettingsOf("Retention", typeof(RetentionOptions))]
        );
        yield return new("Log", OptionDocs.SummaryOf(typeof(PostgresLogOptions)), "all, with `Messaging:Transport=Postgres`", [.. Log()]);
        yield return new(
            "Kafka",
            OptionDocs.SummaryOf(typeof(KafkaLogOptions)),
            "all, with `Messaging:Transport=Kafka`",
            [.. OptionDocs.SettingsOf("Kafka", typeof(KafkaLogOptions))]
        );
        var sections = Services.SelectMany(service => OptionsOf(service.Service).Select(options => (service.Name, Options: options)));
        foreach (var section in sections.GroupBy(section => section.Options.Name).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var type = section.First().Options.Options;
            yield return new(
                section.Key,
                OptionDocs.SummaryOf(type),
                string.Join(", ", section.Select(options => options.Name).Distinct()),
                [.. OptionDocs.SettingsOf(section.Key, type)]
            );
        }
    }

    // The service gives the engine its name; nobody configures it.
    static IEnumerable<Setting> Engine() =>
        OptionDocs
            .SettingsOf("Messaging", typeof(MessagingOptions))
            .Where(setting => setting.Name != $"Messaging:{nameof(MessagingOptions.ServiceName)}");

    // Where the log is, its connection string says.
    static IEnumerable<Setting> Log() =>
        OptionDocs
            .SettingsOf("Log", typeof(PostgresLogOptions))
            .Where(setting => setting.Name != $"Log:{nameof(PostgresLogOptions.ConnectionString)}");

    static IEnumerable<OptionsSection> OptionsOf(Phase1Service service)
    {
        var services = new ServiceCollection();
        service.AddServices(services, new ConfigurationBuilder().Build());
        return services.Select(added => added.ImplementationInstance).OfType<OptionsSection>();
    }

    static string Page()
    {
        var page = new StringBuilder(
            """
            # Configuration

            Generated from the options classes (`PHASE1_WRITE_DOCS=1` and the unit tests write this page anew). A setting comes from the environment
            (`Associations__Timeout=1.00:00:00`; a list as `Delivery__RetryDelays__0=...`), from the command line (`--Associations:Timeout=1.00:00:00`)
            or from `appsettings.json` beside the program. Durations are `[days.]hours:minutes:seconds`. A value that cannot be read or is out of its range
            ends the start with exit code 78 and one line that names it. In the one-process profile `BatchOrchestrator:Timeline:KeptFor` and the like
            set one service alone.

            ## Every service

            """
        );
        Append(page, Host);
        foreach (var section in Sections())
        {
            page.Append($"\n## {section.Name}\n\n{section.Meaning} Read by: {section.ReadBy}.\n\n");
            if (section.Settings.Count > 0)
            {
                Append(page, section.Settings);
            }
        }
        return page.ToString();
    }

    static void Append(StringBuilder page, IReadOnlyList<Setting> settings)
    {
        page.Append("| Setting | Type | Default | Range | Meaning |\n|---|---|---|---|---|\n");
        foreach (var setting in settings)
        {
            page.Append($"| `{setting.Name}` | {setting.Type} | {Code(setting.Default)} | {setting.Range} | {setting.Meaning} |\n");
        }
    }

    static string Code(string? value) => value is null ? "" : $"`{value}`";

    sealed record Section(string Name, string? Meaning, string ReadBy, IReadOnlyList<Setting> Settings);

    [GeneratedRegex(@"\bconfiguration(?:\[|\.GetValue(?:<\w+>)?\()""(?<name>\w+:\w+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex ReadByName();
}
