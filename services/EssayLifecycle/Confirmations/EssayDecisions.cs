using Phase1.EssayLifecycle.Slots;
using Phase1.Events;

namespace Phase1.EssayLifecycle.Confirmations;

/// <summary>What a decision about its author does to an essay. The decision with the highest version stands, in whatever order they arrive.</summary>
static class EssayDecisions
{
    /// <summary>Says whether anything changed.</summary>
    public static bool Confirm(this Essay essay, ConfirmedAssociation decision, DateTimeOffset now)
    {
        var version = decision.AssociationVersion ?? 1;
        if (!essay.HasText || (decision.StudentId is not null && version <= essay.AssociationVersion))
        {
            return false;
        }
        if (decision.StudentId is null)
        {
            essay.Status = EssayStatus.Excluded;
        }
        essay.Decide(decision.StudentId, decision.ValidationMethod, decision.ValidatedAt, Math.Max(version, essay.AssociationVersion), now);
        return true;
    }

    /// <summary>Says whether anything changed.</summary>
    public static bool Correct(this Essay essay, EssayStudentAssociationUpdated correction, DateTimeOffset now)
    {
        if (!essay.HasText || correction.AssociationVersion <= essay.AssociationVersion)
        {
            return false;
        }
        essay.Decide(correction.StudentId, correction.ValidationMethod, correction.ValidatedAt, correction.AssociationVersion, now);
        return true;
    }

    /// <summary>Makes the essay what CMS holds of it, whatever was applied before; null: it holds no author. Says whether anything changed.</summary>
    public static bool Restate(this Essay essay, ConfirmedAssociation? decision, DateTimeOffset now)
    {
        var status = decision is { StudentId: null } ? EssayStatus.Excluded : EssayStatus.ReadyForProcessing;
        var version = decision is null ? 0 : decision.AssociationVersion ?? 1;
        if (
            essay.TextStorageId is null
            || (essay.Status, essay.StudentId, essay.AssociationConfirmedAt, essay.AssociationVersion)
                == (status, decision?.StudentId, decision?.ValidatedAt, version)
        )
        {
            return false;
        }
        essay.Status = status;
        essay.Decide(decision?.StudentId, decision?.ValidationMethod, decision?.ValidatedAt, version, now);
        return true;
    }

    static void Decide(
        this Essay essay,
        Guid? studentId,
        ValidationMethod? method,
        DateTimeOffset? decidedAt,
        int version,
        DateTimeOffset now
    )
    {
        essay.StudentId = studentId;
        essay.AssociationMethod = method;
        essay.AssociationConfirmedAt = decidedAt;
        essay.AssociationVersion = version;
        essay.UpdatedAt = now;
    }
}
