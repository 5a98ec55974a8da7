using Phase1.Events;
using static Phase1.Events.BatchStatus;

namespace Phase1.Unit.Tests.BatchOrchestrator.Batches.Model;

/// <summary>
/// The batch of domain.md section 5, written down a second time, as small as it goes and without a line of the product: what the machine does
/// is compared with it after every move.
/// </summary>
sealed class BatchModel(bool regular, int essays)
{
    readonly List<Move.Confirmed> _waitingConfirmations = [];
    Move.Ready? _waitingReady;
    readonly HashSet<int> _clients = [];

    public BatchStatus Status { get; private set; } = AwaitingContentValidation;

    public List<BatchStatus> Path { get; } = [AwaitingContentValidation];

    public SortedDictionary<int, EssayModel> Essays { get; } = new(Enumerable.Range(1, essays).ToDictionary(n => n, _ => new EssayModel()));

    public RunModel? Run { get; private set; }

    public int Parked => _waitingConfirmations.Count + (_waitingReady is null ? 0 : 1);

    bool IsTerminal => Status >= CompletedSuccessfully;

    bool IsEarly => Status < ReadyForPipelineExecution;

    List<string> Told { get; } = [];

    public Expected Apply(Move move)
    {
        Told.Clear();
        var fate = move switch
        {
            Move.Content content => Apply(content),
            Move.Confirmed confirmed => Apply(confirmed),
            Move.Ready ready => Apply(ready),
            Move.Errors errors => Apply(errors),
            Move.Requested requested => Apply(requested),
            Move.Ended ended => Apply(ended),
            Move.Cancelled => Cancel(),
            Move.Contradictory contradictory => Apply(contradictory),
            _ => throw new ArgumentOutOfRangeException(nameof(move)),
        };
        return new(fate, [.. Told.Order(StringComparer.Ordinal)]);
    }

    Fate Apply(Move.Content content)
    {
        if (Status != AwaitingContentValidation)
        {
            return Fate.Stale;
        }
        for (var n = 1; n <= content.Provisioned; n++)
        {
            (Essays[n].HasText, Essays[n].Stored) = (true, !regular);
        }
        if (content.Provisioned == 0)
        {
            return Enter(ContentIngestionFailed, "batch_failed");
        }
        return regular
            ? Enter(AwaitingStudentValidation, "matching command", "student_matching_started")
            : Enter(ReadyForPipelineExecution, "batch_ready");
    }

    Fate Apply(Move.Confirmed confirmed)
    {
        if (!regular || Status > AwaitingStudentValidation)
        {
            return Fate.Stale;
        }
        if (Status == AwaitingContentValidation)
        {
            var known = _waitingConfirmations.SelectMany(waiting => waiting.Named).ToHashSet();
            if (known.IsSupersetOf(confirmed.Named))
            {
                return Fate.Duplicate;
            }
            _waitingConfirmations.Add(confirmed);
            return Fate.Parked;
        }
        var news = confirmed.Named.Where(n => Essays[n] is { HasText: true, Decided: false }).ToList();
        foreach (var n in news)
        {
            (Essays[n].Decided, Essays[n].Excluded) = (true, confirmed.Excluded.Contains(n));
        }
        if (Essays.Values.All(essay => essay.Decided || !essay.HasText))
        {
            Enter(StudentValidationCompleted);
        }
        return news.Count == 0 ? Fate.Duplicate : Fate.Applied;
    }

    Fate Apply(Move.Ready ready)
    {
        if (Status > StudentValidationCompleted)
        {
            return Fate.Stale;
        }
        if (Status < StudentValidationCompleted)
        {
            if (_waitingReady is not null)
            {
                return Fate.Duplicate;
            }
            _waitingReady = ready;
            return Fate.Parked;
        }
        foreach (var (n, essay) in Essays.Where(pair => !pair.Value.Excluded).ToList())
        {
            if (ready.Named.Contains(n))
            {
                (essay.HasText, essay.Stored) = (true, true);
            }
            else
            {
                Essays.Remove(n);
            }
        }
        return Enter(ReadyForPipelineExecution, "batch_ready");
    }

    Fate Apply(Move.Errors errors) => errors.Critical && IsEarly ? Enter(FailedCritically, "batch_failed") : Fate.Applied;

    Fate Apply(Move.Requested requested)
    {
        if (requested.Stranger)
        {
            return Deny("not_owner");
        }
        if (_clients.Contains(requested.Client))
        {
            return Fate.Duplicate;
        }
        if (RunModel.PhasesOf(requested.Pipeline) is not { } phases)
        {
            return Deny("unknown_pipeline");
        }
        if (IsEarly)
        {
            return Deny("batch_not_ready");
        }
        if (Status == ProcessingPipelines)
        {
            return Deny("pipeline_already_running");
        }
        if (IsTerminal)
        {
            return Deny("batch_terminated");
        }
        if (!Essays.Values.Any(essay => essay.Stored))
        {
            return Deny("no_essays_stored");
        }
        _clients.Add(requested.Client);
        Run = new RunModel(phases);
        return Enter(ProcessingPipelines, $"start {Run.Current}", "batch_processing_started");
    }

    Fate Deny(string reason)
    {
        Told.AddRange([$"denied {reason}", $"pipeline_denied_{reason}"]);
        return Fate.Applied;
    }

    Fate Apply(Move.Ended ended)
    {
        if (Status != ProcessingPipelines || ended.Phase != Run!.Current)
        {
            return Fate.Stale;
        }
        var stored = Essays.Values.Count(essay => essay.Stored);
        var failed = Math.Min(ended.Failed, stored);
        Run.HasFailures |= failed > 0;
        if (ended.Critical || failed == stored)
        {
            return Enter(FailedCritically, "run ended", "pipeline_completed", "batch_failed");
        }
        if (Run.Advance())
        {
            Told.Add($"start {Run.Current}");
            return Fate.Applied;
        }
        return Enter(Run.HasFailures ? CompletedWithFailures : CompletedSuccessfully, "run ended", "pipeline_completed");
    }

    Fate Cancel() => IsTerminal ? Fate.Stale : Enter(Cancelled, "batch_cancelled");

    Fate Apply(Move.Contradictory move) =>
        move.Fact switch
        {
            "content" when Status == AwaitingContentValidation => Fate.Refused,
            "confirmed" when regular && Status <= AwaitingStudentValidation => Fate.Refused,
            "ready" when Status <= StudentValidationCompleted => Fate.Refused,
            "ended" when Status == ProcessingPipelines => Fate.Refused,
            _ => Fate.Stale,
        };

    Fate Enter(BatchStatus status, params string[] told)
    {
        Status = status;
        Path.Add(status);
        Told.Add($"status {status}");
        Told.AddRange(told);
        Replay();
        return Fate.Applied;
    }

    // Confirmations come before the release; what still has to wait goes on waiting, and a batch that has ended waits for nothing.
    void Replay()
    {
        if (IsTerminal)
        {
            _waitingConfirmations.Clear();
            _waitingReady = null;
        }
        while (Status == AwaitingStudentValidation && _waitingConfirmations.Count > 0)
        {
            var next = _waitingConfirmations[0];
            _waitingConfirmations.RemoveAt(0);
            Apply(next);
        }
        if (Status > AwaitingStudentValidation)
        {
            _waitingConfirmations.Clear();
        }
        if (_waitingReady is { } ready && Status >= StudentValidationCompleted)
        {
            _waitingReady = null;
            Apply(ready);
        }
    }
}
