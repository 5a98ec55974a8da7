using Phase1.Events;
using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.EndToEnd.Tests.OutsideProducers;

[Collection("outside producers")]
public sealed class Bad_records_harm_nobody(OutsideFixture fixture)
{
    const int Flood = 500;
    const string Garbage = "{\"neither\": \"fact\", nor JSON";

    [Fact]
    [Trait("Scenario", "S-710")]
    public async Task Each_is_a_dead_letter_with_its_reason_and_a_flood_of_one_record_counts_once()
    {
        var outside = fixture.Outside;
        var suite = outside.Context.Suite;
        var own = await outside.Context.RegisterBatchAsync(BatchKind.Guest, CourseCode.Eng5, 2);
        var anothers = await outside.Context.CreateBatchAsync(BatchKind.Regular, CourseCode.Sv3, 3);
        var contents = await outside.ContentsAsync(own);
        var bad = new BadRecords(outside, own, anothers);
        var before = await DeadLettersAsync(suite, SuiteUnderTest.EssayLifecycle);

        var sent = bad.SendAsync();
        var flood = outside.Kcat.ProduceAsync(OutsideProducer.ContentProvisioned, own.Id.ToString(), Enumerable.Repeat(contents[0], Flood));
        await outside.Context.WaitForSuggestionsAsync(anothers);
        await outside.Context.AcceptAllAsync(anothers);
        var codes = await sent;
        await flood;
        var refused = await bad.SendTooMuchAsync();
        await outside.Context.WaitForStateAsync(anothers, BatchStatus.ReadyForPipelineExecution);
        await suite.DrainAsync();

        var letters = (await DeadLettersAsync(suite, SuiteUnderTest.EssayLifecycle)).Except(before).Select(letter => letter.Split(' ')[1]);
        letters.Order(StringComparer.Ordinal).ShouldBe(codes.Order(StringComparer.Ordinal));
        refused.Errors.ShouldContain("Message size too large");
        (await outside.Context.HistoryAsync(own)).ShouldBe(["awaiting_content_validation"]);
        (await TakenAsync(suite, own)).ShouldBe("1 of 2");
        // Parked, where it was faster than the registration of its batch.
        (
            await suite.TextsAsync(
                SuiteUnderTest.EssayLifecycle,
                "select outcome from inbox where event_id = $1",
                Guid.Parse(contents[0]["event_id"]!.GetValue<string>())
            )
        )
            .ShouldHaveSingleItem()
            .ShouldBeOneOf("applied", "parked");

        await outside.SendAsync(own, [contents[1]]);
        await outside.Context.WaitForStateAsync(own, BatchStatus.ReadyForPipelineExecution);
        await suite.DrainAsync();
        await SuiteLedger.ShouldBalanceAsync(outside.Context, [own, anothers], withDeadLetters: true);
    }

    [Fact]
    [Trait("Scenario", "S-710")]
    public async Task On_every_topic_every_service_that_reads_it_gives_it_up_and_goes_on()
    {
        var outside = fixture.Outside;
        var suite = outside.Context.Suite;
        var key = outside.Context.NewId().ToString();

        await Task.WhenAll(Topics.All.Chunk(8).Select(part => SpoilAsync(outside, part, key)));
        await suite.DrainAsync();

        foreach (var consumer in SuiteConsumer.AllOf(suite))
        {
            (await TopicsGivenUpAsync(consumer, key)).ShouldBe(consumer.Topics, ignoreOrder: true, consumer.Service);
        }
        var batch = await outside.Context.CreateBatchAsync(BatchKind.Guest, CourseCode.Eng7, 1);
        await outside.Context.WaitForStateAsync(batch, BatchStatus.ReadyForPipelineExecution);
    }

    static async Task SpoilAsync(OutsideProducer outside, IEnumerable<string> topics, string key)
    {
        foreach (var topic in topics)
        {
            await outside.Kcat.ProduceAsync(topic, Garbage, "-k", key);
        }
    }

    static async Task<List<string>> TopicsGivenUpAsync(SuiteConsumer consumer, string key)
    {
        await using var command = consumer.Database.CreateCommand(
            "select topic from dead_letters where record_key = $1 and reason_code = 'MALFORMED_JSON' and reason <> ''"
        );
        command.Parameters.Add(new() { Value = key });
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var topics = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            topics.Add(reader.GetString(0));
        }
        return topics;
    }

    static Task<List<string>> DeadLettersAsync(SuiteUnderTest suite, string service) =>
        suite.TextsAsync(service, "select id || ' ' || reason_code from dead_letters where state = 'open' and reason <> ''");

    static async Task<string> TakenAsync(SuiteUnderTest suite, TestBatch batch) =>
        (
            await suite.TextsAsync(
                SuiteUnderTest.EssayLifecycle,
                "select assigned_count || ' of ' || expected_count from batch_trackers where batch_id = $1",
                batch.Id
            )
        ).Single();
}
