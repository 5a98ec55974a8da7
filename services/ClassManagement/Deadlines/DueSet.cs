using Phase1.ClassManagement.Associations;
using Phase1.Events;

namespace Phase1.ClassManagement.Deadlines;

/// <summary>A set that the monitor holds, with its rows and what it is owed.</summary>
sealed record DueSet(AssociationSet Set, IReadOnlyList<Association> Rows, DueWork Work);

/// <summary>What becomes of a due set: its next value, the rows that change, and what is told about it.</summary>
sealed record SetOutcome(AssociationSet Before, AssociationSet After, IReadOnlyList<RowChange> Changes, IReadOnlyList<IFact> Facts);
