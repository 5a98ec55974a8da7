using Phase1.Demo.Client;
using Phase1.Demo.Samples;
using Phase1.Events;
using Phase1.Servers.Suites;

namespace Phase1.Demo.Steps;

/// <summary>The teacher announces a batch: with the class, or without one.</summary>
static class RegisterBatch
{
    internal static async Task<DemoBatch> RunAsync(
        SuiteClient suite,
        SampleBatch sample,
        DemoClass schoolClass,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var chain = Guid.CreateVersion7(clock.GetUtcNow());
        var body = new
        {
            ExpectedEssayCount = sample.Files.Count,
            sample.CourseCode,
            ClassId = sample.BatchKind == BatchKind.Regular ? schoolClass.ClassId : (Guid?)null,
        };
        var answer = await suite.PostAsync<Registration>(
            SuiteService.BatchOrchestrator,
            "/v1/batches/register",
            body,
            chain,
            token => FindAsync(suite, chain, token),
            cancellationToken
        );
        return answer.CorrelationId == chain
            ? new(sample, answer.BatchId, chain, clock.GetTimestamp())
            : throw new DemoException("The registration did not keep the correlation id that it was given.");
    }

    static async Task<Registration?> FindAsync(SuiteClient suite, Guid chain, CancellationToken cancellationToken)
    {
        var own = await suite.GetAsync<BatchPage>(SuiteService.BatchOrchestrator, "/v1/batches", chain, cancellationToken);
        var found = own.Items.FirstOrDefault(batch => batch.CorrelationId == chain);
        return found is null ? null : new(found.BatchId, chain);
    }
}
