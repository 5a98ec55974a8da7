using System.Runtime.CompilerServices;
using MassTransit;
using MassTransit.Context;
using Phase1.BatchOrchestrator.Batches;
using Phase1.BatchOrchestrator.Pipelines;
using Phase1.BatchOrchestrator.Registration;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Facts;
using Xunit.Sdk;

namespace Phase1.Unit.Tests.BatchOrchestrator.Batches;

/// <summary>One batch whose machine runs in memory: facts go in, rows and facts come out.</summary>
sealed class BatchUnderTest
{
    // One a test, and not one a process: the mutation tester keeps its process, so that a machine built under one mutant would meet the others too.
    static readonly ConditionalWeakTable<ITest, BatchStateMachine> Machines = [];
    readonly BatchStateMachine _machine;
    readonly MemoryServices _services;
    IReadOnlyList<Guid>? _essays;

    BatchUnderTest(BatchKind kind)
    {
        _machine = Machines.GetValue(TestContext.Current.Test!, _ => new BatchStateMachine());
        Clock = new ManualTimeProvider();
        Records = new MemoryRecords(Clock);
        Batch = new BatchState { CorrelationId = Guid.CreateVersion7(Clock.GetUtcNow()) };
        ClassId = kind == BatchKind.Regular ? Guid.CreateVersion7(Clock.GetUtcNow()) : null;
        _services = new MemoryServices(Records);
    }

    BatchUnderTest(BatchUnderTest other)
    {
        (_machine, Clock, ClassId, _essays) = (other._machine, other.Clock, other.ClassId, other.Facts.EssayIds);
        Records = other.Records.Copy();
        Batch = Copies.Of(other.Batch);
        _services = new MemoryServices(Records);
    }

    public ManualTimeProvider Clock { get; }
    public MemoryRecords Records { get; }
    public BatchState Batch { get; }
    public NeighbourFacts Facts =>
        new(Batch.CorrelationId, ClassId, Batch.CourseCode, _essays ??= [.. Records.Essays.Select(essay => essay.EssayId)], Clock);
    public Guid? ClassId { get; }
    public BatchStatus Status => Batch.Status;
    public IEnumerable<BatchStatus> Path => Records.History.Select(change => change.ToStatus);
    public PipelineAnswer Answer => _services.Answer;
    public int LogEntries => _services.LogEntries;

    public static async Task<BatchUnderTest> RegisteredAsync(BatchKind kind = BatchKind.Regular, int essays = 3)
    {
        var test = new BatchUnderTest(kind);
        await test.RaiseAsync(
            test._machine.Registered,
            new RegisterBatch
            {
                BatchId = test.Batch.CorrelationId,
                UserId = NeighbourFacts.Owner,
                ClassId = test.ClassId,
                CourseCode = CourseCode.Sv2,
                ExpectedEssayCount = essays,
            },
            eventId: null
        );
        return test;
    }

    /// <summary>A batch that the machine itself has led to a status.</summary>
    public static async Task<BatchUnderTest> InAsync(BatchStatus status, BatchKind kind = BatchKind.Regular)
    {
        var test = await RegisteredAsync(kind);
        foreach (var fact in test.Facts.LeadingTo(status))
        {
            await test.ReceiveAsync(fact);
        }
        test.Status.ShouldBe(status);
        return test;
    }

    /// <summary>The same batch once more, to go another way with.</summary>
    public BatchUnderTest Copy() => new(this);

    public CancelBatch Cancel() => new(Batch.CorrelationId, null);

    /// <summary>A record arrives: what it publishes and its outcome are those of this record alone.</summary>
    public Task ReceiveAsync(object fact, Guid? eventId = null)
    {
        var id = eventId ?? Guid.CreateVersion7(Clock.GetUtcNow());
        return fact switch
        {
            BatchContentProvisioningCompleted completed => RaiseAsync(_machine.ContentCompleted, completed, id),
            BatchValidationErrors errors => RaiseAsync(_machine.ValidationErrors, errors, id),
            StudentAssociationsConfirmed confirmed => RaiseAsync(_machine.AssociationsConfirmed, confirmed, id),
            StudentAssociationsRestated restated => RaiseAsync(_machine.AssociationsRestated, restated, id),
            BatchEssaysReady ready => RaiseAsync(_machine.EssaysReady, ready, id),
            RequestPipeline request => RaiseAsync(_machine.PipelineRequested, request, id),
            BatchPhaseCompleted phase => RaiseAsync(_machine.PhaseCompleted, phase, id),
            CancelBatch cancel => RaiseAsync(_machine.CancelRequested, cancel, id),
            _ => throw new ArgumentOutOfRangeException(nameof(fact)),
        };
    }

    async Task RaiseAsync<T>(Event<T> @event, T message, Guid? eventId)
        where T : class
    {
        Records.Published.Clear();
        Records.Outcome = RecordOutcome.Applied;
        Records.Cause = Records.Cause with { CausationId = eventId };
        var consume = MemoryConsumeContext.Of(message, _services.BeginScope());
        var saga = new DefaultSagaConsumeContext<BatchState, T>(consume, Batch);
        var behavior = new MassTransitStateMachine<BatchState>.BehaviorContextProxy<T>(_machine, saga, saga, @event);
        await ((StateMachine<BatchState>)_machine).RaiseEvent(behavior);
    }
}
