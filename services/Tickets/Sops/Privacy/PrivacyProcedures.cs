using Phase1.ServiceDefaults;

namespace Phase1.Tickets.Sops.Privacy;

/// <summary>The procedures of requests about a student's data. The officer says who the student is, and decides.</summary>
static class PrivacyProcedures
{
    internal const string Identified = "identified";
    internal const string Approve = "approve";
    internal const string Reject = "reject";

    internal const string Extend = "extend";
    internal const string Recollect = "recollect";

    internal const string Identity = "identity";
    internal const string Scope = "scope";
    internal const string Eligibility = "eligibility";
    internal const string Approval = "approval";
    internal const string Erasure = "erasure";
    internal const string Proof = "proof";
    internal const string Collection = "collection";
    internal const string Delivery = "delivery";
    internal const string Delivered = "delivered";
    internal const string Closing = "closing";
    internal const string Apply = "apply";

    static readonly TimeSpan Notice = TimeSpan.FromDays(7);

    static Stage HandOver { get; } = new(Delivery, IsHuman: true) { Decisions = [Delivered, Recollect, Extend], WithNote = [Extend] };

    /// <summary>Erases a student everywhere, and proves it when the log has forgotten what was told before.</summary>
    internal static Sop Delete { get; } =
        new(
            "DSAR_DELETE",
            "dsar",
            "DSAR",
            9,
            [Person(Identity, Identified), new(Scope), new(Eligibility), Person(Approval, Approve), new(Erasure), new(Proof)],
            Phase1Roles.PrivacyOfficer
        )
        {
            IsOpenedByPeople = true,
            HasDeadline = true,
            NoticeBefore = Notice,
        };

    /// <summary>Says and hands out what every service holds about a student.</summary>
    internal static Sop Access { get; } =
        new(
            "DSAR_ACCESS",
            "dsar",
            "DSAR",
            8,
            [Person(Identity, Identified), new(Scope), new(Collection), Person(Approval, Approve), HandOver, new(Closing)],
            Phase1Roles.PrivacyOfficer
        )
        {
            IsOpenedByPeople = true,
            HasDeadline = true,
            NoticeBefore = Notice,
        };

    /// <summary>The same for a program of the student's choice: without the words for people.</summary>
    internal static Sop Export { get; } =
        new("DSAR_EXPORT", "dsar", "DSAR", 7, Access.Stages, Phase1Roles.PrivacyOfficer)
        {
            IsOpenedByPeople = true,
            HasDeadline = true,
            NoticeBefore = Notice,
        };

    /// <summary>Corrects what is held about a student, where it is kept.</summary>
    internal static Sop Rectify { get; } =
        new(
            "DSAR_RECTIFY",
            "dsar",
            "DSAR",
            7,
            [Person(Identity, Identified), Person(Approval, Approve), new(Apply)],
            Phase1Roles.PrivacyOfficer
        )
        {
            IsOpenedByPeople = true,
            HasDeadline = true,
            NoticeBefore = Notice,
        };

    /// <summary>Those that end with a package.</summary>
    internal static IReadOnlyList<Sop> Packed { get; } = [Access, Export];

    internal static IReadOnlyList<Sop> All { get; } = [Delete, Access, Export, Rectify];

    static Stage Person(string name, string decision) =>
        new(name, IsHuman: true) { Decisions = [decision, Reject, Extend], WithNote = [Reject, Extend] };
}
