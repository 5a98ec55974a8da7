using System.Net;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Facts;
using Phase1.Tickets.Live;
using Phase1.Tickets.Store;

namespace Phase1.Integration.Tests.Tickets.Live;

public sealed class TicketStreamTests(TicketsUnderTest tickets) : IClassFixture<TicketsUnderTest>
{
    static CancellationToken Token => TicketsUnderTest.Token;

    [Fact]
    [Trait("Scenario", "TC-X21")]
    public async Task Whoever_comes_back_misses_nothing_and_sees_nothing_twice()
    {
        var feed = new TicketFeed(tickets.Service.Db);
        var place = await feed.NowAsync(Token);
        var batches = Enumerable.Range(0, 40).Select(_ => new BatchFacts(3)).ToList();
        List<(string, int)> seen = [];

        var writing = Task.WhenAll(
            batches
                .Chunk(5)
                .Select(async some =>
                {
                    foreach (var batch in some)
                    {
                        await tickets.Service.FeedAsync(TicketsUnderTest.Needed(batch));
                        await tickets.Service.FeedAsync(batch.AllConfirmed());
                    }
                })
        );
        // Broken off and resumed with every page.
        while (!writing.IsCompleted)
        {
            await ReadAsync();
        }
        await writing;
        await tickets.Service.DrainAsync();
        // What is behind an open transaction is held back, and the server's other databases have some at any moment.
        var changes = await ChangesAsync(batches);
        await Eventually.BecomesTrueAsync(
            async () =>
            {
                await ReadAsync();
                return !changes.Except(seen).Any();
            },
            Token
        );

        seen.ShouldBeUnique();

        async Task ReadAsync()
        {
            var found = await feed.BehindAsync(place, new TicketFilter(), 7, Token);
            while (found.Count > 0)
            {
                seen.AddRange(found.Select(row => (row.Event.TicketId, row.Event.Version)));
                place = found[^1].Position;
                found = await feed.BehindAsync(place, new TicketFilter(), 7, Token);
            }
        }
    }

    [Fact]
    public async Task A_stream_begins_behind_what_the_browser_has_seen()
    {
        var batch = new BatchFacts(3) { UserId = $"teacher-{Guid.CreateVersion7(tickets.Service.Clock.GetUtcNow())}" };
        using var teacher = tickets.As(batch.UserId);
        var before = await new TicketFeed(tickets.Service.Db).NowAsync(Token);
        await tickets.FeedAsync(TicketsUnderTest.Needed(batch));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/tickets/stream");
        request.Headers.Add("Last-Event-ID", before.ToString());

        using var answer = await teacher.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Token));

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        (await reader.ReadLineAsync(Token)).ShouldBe("event: ticket_changed");
        (await reader.ReadLineAsync(Token)).ShouldNotBeNull().ShouldContain(batch.BatchId.ToString());
        (await reader.ReadLineAsync(Token)).ShouldNotBeNull().ShouldStartWith("id: ");
    }

    [Fact]
    public async Task An_id_that_is_none_of_ours_is_refused()
    {
        using var teacher = tickets.As("teacher-1");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/tickets/stream");
        request.Headers.Add("Last-Event-ID", "7");

        using var answer = await teacher.SendAsync(request, Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    async Task<List<(string, int)>> ChangesAsync(IEnumerable<BatchFacts> batches)
    {
        await using var command = tickets.Service.Db.CreateCommand(
            "select h.ticket_id, h.seq from ticket_history h join tickets t on t.ticket_id = h.ticket_id where t.correlation_id = any($1)"
        );
        command.Parameters.Add(new() { Value = batches.Select(batch => batch.BatchId.ToString()).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(Token);
        List<(string, int)> changes = [];
        while (await reader.ReadAsync(Token))
        {
            changes.Add((reader.GetString(0), reader.GetInt32(1)));
        }
        changes.Count.ShouldBeGreaterThanOrEqualTo(80);
        return changes;
    }
}
