using Phase1.Events;
using Phase1.ModelGateway;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Privacy;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.ModelGateway.Privacy;

/// <summary>That a language model was asked about a student's essay is forgotten; what it cost is not.</summary>
public sealed class ErasureTests : IAsyncLifetime
{
    const string Usage = """
        insert into llm_usage (request_id, attempt_no, provider, model_id, input_tokens, output_tokens, cost_input, cost_output, cost_request, cost_total,
            currency, price_ids, pricing_source, usage_estimated, is_fallback, outcome, request_bytes, answer_bytes, latency_ms, local_day, occurred_at,
            settled_at, workspace_id, user_id, batch_id, essay_id, caller, task_type, complexity, own_key)
        values (gen_random_uuid(), 1, 'stub', 'stub/one', 10, 5, 0.5, 0.5, 0, 1, 'EUR', '{}', 'database', false, false, 'completed', 1, 1, 1, '2026-03-02',
            now(), now(), 'school-1', 'teacher-1', $1, $2, 'nlp_service', 'general', 'low', false)
        """;

    const string Open = """
        insert into reservations (request_id, model_id, created_at, expires_at, est_input, max_output, workspace_id, essay_id, caller, task_type, complexity,
            own_key)
        values (gen_random_uuid(), 'stub/one', now(), '2999-01-01', 1, 1, 'school-1', $2, 'nlp_service', 'general', 'low', false)
        """;

    ServiceUnderTest _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await ServiceUnderTest.StartAsync(() => new ModelGatewayService());

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    [Trait("Scenario", "TC-X24")]
    [Trait("Scenario", "TC-X25")]
    public async Task Calls_name_no_essay_any_more_and_their_costs_stay_unless_one_is_going_on()
    {
        var (batch, essay, other) = (_gateway.NewId(), _gateway.NewId(), _gateway.NewId());
        await ExecuteAsync(Usage, batch, essay);
        await ExecuteAsync(Usage, batch, other);
        await ExecuteAsync(Open, batch, essay);
        var subject = new DataSubject([_gateway.NewId()], [new() { BatchId = batch, EssayId = essay }]);

        (await _gateway.EraseAsync(subject)).Blockers.ShouldHaveSingleItem().Code.ShouldBe(PersonalBlocker.CallInProgress);
        await ExecuteAsync("delete from reservations where $1 <> $2", batch, essay);
        await ErasureTrial.RunAsync(_gateway, subject, other, essay.ToString());

        await using var costs = _gateway.Db.CreateCommand("select sum(cost_total) from llm_usage");
        (await costs.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(2m);
    }

    async Task ExecuteAsync(string sql, Guid batch, Guid essay)
    {
        await using var command = _gateway.Db.CreateCommand(sql);
        command.Parameters.Add(new() { Value = batch });
        command.Parameters.Add(new() { Value = essay });
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
