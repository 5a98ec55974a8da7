using Phase1.Events;
using Phase1.Unit.Tests.BatchOrchestrator.Batches;

namespace Phase1.Unit.Tests.Suite;

/// <summary>
/// A batch of two in the hands of BOS and ELS, its files, its teacher and its deadline. Whatever has been told lies in flight and is delivered
/// in any order, up to twice; the world can be copied, so that every way from here can be gone.
/// </summary>
sealed class SmallWorld
{
    const int Deliveries = 2;
    const string Teacher = "teacher decides";
    const string Deadline = "deadline passes";

    BatchUnderTest _orchestrator = null!;
    EssaySide _essays = new();
    SortedDictionary<string, (IFact Fact, int Left)> _flying = new(StringComparer.Ordinal);
    SortedSet<string> _told = new(StringComparer.Ordinal);

    public BatchStatus Status => _orchestrator.Status;

    public IReadOnlyList<BatchStatus> Path => [.. _orchestrator.Path];

    public bool IsReleased => _essays.IsReleased;

    /// <summary>What was told twice, which nothing ever may.</summary>
    public string? Doubled { get; private set; }

    public IReadOnlyList<string> Ways => [.. _flying.Where(pair => pair.Value.Left > 0).Select(pair => pair.Key)];

    /// <summary>Somebody has decided, and every fact has been delivered at least once.</summary>
    public bool IsSettled => _flying.All(pair => pair.Value.Left < Deliveries && pair.Key is not (Teacher or Deadline));

    public static async Task<SmallWorld> BeginAsync()
    {
        var world = new SmallWorld { _orchestrator = await BatchUnderTest.RegisteredAsync(essays: 2) };
        world.Tell(world._orchestrator.Records.Published);
        var facts = world._orchestrator.Facts;
        world.Fly("els text 1", SmallFacts.Text(facts, 1));
        world.Fly("els text 2", SmallFacts.Text(facts, 2));
        world.Fly(Teacher, SmallFacts.Confirmed(facts, byTimeout: false), deliveries: 1);
        world.Fly(Deadline, SmallFacts.Confirmed(facts, byTimeout: true), deliveries: 1);
        return world;
    }

    public async Task<SmallWorld> GoAsync(string way)
    {
        var world = Copy();
        var (fact, left) = world._flying[way];
        world._flying[way] = (fact, left - 1);
        switch (way.Split(' ')[0])
        {
            case "teacher" or "deadline":
                world.ReleaseSet((StudentAssociationsConfirmed)fact);
                break;
            case "els":
                world.Tell(world._essays.Receive(fact));
                break;
            default:
                await world._orchestrator.ReceiveAsync(fact);
                world.Tell(world._orchestrator.Records.Published);
                break;
        }
        return world;
    }

    /// <summary>Equal prints are equal worlds: what can still happen in them is the same.</summary>
    public string Print() =>
        $"{string.Join('>', Path)} {string.Join(',', _orchestrator.Records.Essays.Select(e => $"{e.TextStorageId} {e.DecidedAt is null} {e.Stored}"))} "
        + $"{_orchestrator.Records.Parked.Count} | {_essays.Print()} | {string.Join(',', _flying.Select(pair => $"{pair.Key} {pair.Value.Left}"))}";

    /// <summary>How it ended, whichever text took which slot and whoever decided.</summary>
    public string End() =>
        $"{string.Join('>', Path)} {string.Join(',', _orchestrator.Records.Essays.Select(e => e.TextStorageId).Order(StringComparer.Ordinal))} "
        + $"{_orchestrator.Records.Essays.All(e => e.Stored && e.DecidedAt is not null)} {_orchestrator.Records.Parked.Count} "
        + $"{string.Join(',', _essays.Students)}";

    SmallWorld Copy()
    {
        var copy = (SmallWorld)MemberwiseClone();
        copy._orchestrator = _orchestrator.Copy();
        copy._essays = _essays.Copy();
        copy._flying = new(_flying, StringComparer.Ordinal);
        copy._told = new(_told, StringComparer.Ordinal);
        return copy;
    }

    // CMS releases a set once: by its teacher or by the deadline. A correction may follow at any time.
    void ReleaseSet(StudentAssociationsConfirmed confirmed)
    {
        _flying.Remove(Teacher);
        _flying.Remove(Deadline);
        Fly("bos confirmed", confirmed);
        Fly("els confirmed", confirmed);
    }

    void Tell(IReadOnlyList<IFact> facts)
    {
        foreach (var fact in facts)
        {
            if (fact is not (BatchStatusChanged or TeacherNotificationRequested) && !_told.Add(fact.GetType().Name))
            {
                Doubled = fact.GetType().Name;
            }
            switch (fact)
            {
                case BatchEssaysRegistered:
                    Fly("els registered", fact);
                    break;
                case BatchContentProvisioningCompleted:
                    Fly("bos content", fact);
                    break;
                case BatchEssaysReady:
                    Fly("bos ready", fact);
                    Fly("els correction", SmallFacts.Correction(_orchestrator.Facts));
                    break;
            }
        }
    }

    void Fly(string way, IFact fact, int deliveries = Deliveries) => _flying[way] = (fact, deliveries);
}
