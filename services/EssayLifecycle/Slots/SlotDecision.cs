using Phase1.Events;

namespace Phase1.EssayLifecycle.Slots;

/// <summary>What the slot book answers to a file.</summary>
abstract record SlotDecision
{
    /// <summary>The file has been seen before, under whatever event id.</summary>
    public sealed record Known : SlotDecision;

    /// <summary>The file took this slot.</summary>
    public sealed record Taken(Essay Essay) : SlotDecision;

    /// <summary>The file found no slot.</summary>
    public sealed record Excess(ExcessReason Reason) : SlotDecision;
}
