using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Phase1.Events;
using Phase1.Matching;
using Phase1.Nlp.Matching;
using Phase1.Tests.Infrastructure.Services;
using Phase1.Tests.Infrastructure.Telemetry;

namespace Phase1.Integration.Tests.Nlp;

/// <summary>No name, address or text leaves the matcher: not by logs, traces, measurements, tables or events, and not when things go wrong.</summary>
[Trait("Scenario", "S-713")]
public sealed class PrivacyTests
{
    static readonly string[] Secrets = ["Zebulonia", "Quistgaard", "quistgaard", "Wrangelskiöld", "Kvastsopare", "Snurrebock"];

    readonly ConcurrentQueue<string> _logged = [];

    [Fact]
    public async Task A_batch_leaves_no_name_address_or_text_anywhere()
    {
        using Traces traces = new();
        await using var nlp = await StartAsync();
        HaveSecretClass(nlp);

        var result = await nlp.MatchAsync(
            nlp.Request(
                "Zebulonia Quistgaard 2026-02-11\nzebulonia.quistgaard@elev.example\n\nHon var en Snurrebock.",
                "Lärare: Kvastsopare Wrangelskiöld\nNamn: Zebulonia Quistgard",
                null
            )
        );

        result.Data.MatchResults[0].ExtractionMetadata.MatchStatus.ShouldBe(MatchStatus.HighConfidence);
        await NothingIsKeptAsync(nlp, traces);
    }

    [Fact]
    public async Task Failures_leave_no_name_address_or_text_anywhere()
    {
        using Traces traces = new();
        await using var nlp = await StartAsync(MatcherThatTells());
        HaveSecretClass(nlp);
        var failing = nlp.Request("Zebulonia Quistgaard", "Snurrebock Kvastsopare");
        nlp.GiveNoTextsTogether();
        nlp.Service.Others.On(
            HttpMethod.Get,
            $"/v1/content/{failing.EssaysToProcess[1].TextStorageId}",
            _ => new HttpResponseMessage(HttpStatusCode.InternalServerError) { Content = new StringContent("Snurrebock Kvastsopare") }
        );

        // A text that is away is waited for.
        (await nlp.MatchAsync(failing, TimeSpan.FromMinutes(1)))
            .Data.MatchResults.Select(match => match.NoMatchReason)
            .ShouldBe([NoMatchReason.ProcessingError, NoMatchReason.TextUnavailable]);
        await TryRosterAsync(nlp, "{\"students\": [ Zebulonia Quistgaard ]}");
        await TryRosterAsync(nlp, "{\"students\": \"Zebulonia Quistgaard\"}");
        await TryRosterAsync(nlp, "\"Zebulonia Quistgaard\"");

        await NothingIsKeptAsync(nlp, traces);
    }

    Task<NlpUnderTest> StartAsync(BatchMatcher? matcher = null) =>
        NlpUnderTest.StartAsync(builder =>
        {
            builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(new LogRecorder(_logged));
            if (matcher is not null)
            {
                builder.Host.ConfigureContainer<IServiceCollection>(
                    (_, services) => services.Replace(ServiceDescriptor.Singleton(matcher))
                );
            }
        });

    static void HaveSecretClass(NlpUnderTest nlp)
    {
        var student = NlpUnderTest.Student(1, "Zebulonia", "Quistgaard");
        student["email"] = "zebulonia.quistgaard@elev.example";
        nlp.HaveClass("1", student, NlpUnderTest.Student(2, "Zebulonia", "Quistgaard"), new { first_name = "Kvastsopare" });
    }

    /// <summary>The class service answers with something that is no roster, until the matcher has met it.</summary>
    static async Task TryRosterAsync(NlpUnderTest nlp, string body)
    {
        var met = 0;
        nlp.Service.Others.On(
            HttpMethod.Get,
            "/v1/classes/.*/roster",
            _ =>
            {
                met++;
                return new HttpResponseMessage { Content = new StringContent(body) };
            }
        );
        await nlp.FeedAsync(nlp.Request("Zebulonia Quistgaard"));
        await nlp.RunUntilAsync(() => Task.FromResult(met > 1), TimeSpan.FromSeconds(1));
    }

    async Task NothingIsKeptAsync(NlpUnderTest nlp, Traces traces)
    {
        var stored = await StoredAsync(nlp);
        _logged.ShouldNotBeEmpty();
        traces.Told.ShouldNotBeEmpty();
        stored.ShouldContain(nlp.ClassId.ToString());
        // A spread of a queue counts first and copies then: a line that comes between would be one too many.
        var kept = string.Join('\n', _logged.ToArray().Concat(traces.Told).Append(stored));

        Secrets.Where(secret => kept.Contains(secret, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    /// <summary>Every row of every table of the service and of the log, with bytes read as text.</summary>
    static async Task<string> StoredAsync(NlpUnderTest nlp)
    {
        List<string> columns = [];
        await using (
            var command = nlp.Service.Db.CreateCommand(
                """
                select format(case data_type when 'bytea' then 'select string_agg(encode(%2$I, ''escape''), '' '') from %1$I'
                    else 'select string_agg(%2$I::text, '' '') from %1$I' end, table_name, column_name)
                from information_schema.columns where table_schema = 'public'
                """
            )
        )
        await using (var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken))
        {
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                columns.Add(reader.GetString(0));
            }
        }

        List<string?> values = [];
        foreach (var column in columns)
        {
            await using var command = nlp.Service.Db.CreateCommand(column);
            values.Add(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) as string);
        }

        return string.Join('\n', values);
    }

    static BatchMatcher MatcherThatTells()
    {
        MatchingThresholds thresholds = new();
        NameMatcher names = new(thresholds, [new Tells()]);
        return new BatchMatcher(thresholds, new EssayMatcher(thresholds, ReadingSteps.InOrder, names, new EmailMatcher(thresholds)));
    }

    sealed class Tells : NameRule
    {
        public override bool NeedsSharedPart => false;

        public override Evidence? Judge(in NamePair pair, MatchingThresholds thresholds) =>
            throw new InvalidOperationException($"I know {pair.Name.Text}.");
    }
}
