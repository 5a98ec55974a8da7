using Phase1.ServiceDefaults;
using Phase1.Tickets.Sops.Budgets;
using Phase1.Tickets.Sops.Privacy;

namespace Phase1.Tickets.Sops;

/// <summary>The procedures.</summary>
static class Procedures
{
    /// <summary>Essays whose author only the teacher can name; decided in CMS, not here.</summary>
    internal static Sop AssociationReview { get; } =
        new("ASSOCIATION_REVIEW", "review", "REVIEW", 7, [new("evidence"), new("teacher_decides", IsHuman: true)], Phase1Roles.Teacher)
        {
            DeadlineBinds = true,
            IsPersonal = true,
        };

    /// <summary>Essays that the deadline has bound to the UNKNOWN student; corrected in CMS, not here.</summary>
    internal static Sop UnknownStudent { get; } =
        new("UNKNOWN_STUDENT", "unknown", "UNKNOWN", 3, [new("teacher_names", IsHuman: true)], Phase1Roles.Teacher) { IsPersonal = true };

    /// <summary>Records that a service has given up, for one reason.</summary>
    internal static Sop FailedMessage { get; } =
        new(
            "FAILED_MESSAGE",
            "message",
            "MESSAGE",
            6,
            [new("operator_decides", IsHuman: true) { Decisions = ["redrive", "discard"], WithNote = ["discard"] }, new("resolve")],
            Phase1Roles.Operator
        );

    /// <summary>A budget of language models is spent, and somebody who may has to say whether there is more.</summary>
    internal static Sop BudgetOverride { get; } =
        new(
            "BUDGET_OVERRIDE",
            "budget",
            "BUDGET",
            8,
            [
                new("admin_decides", IsHuman: true)
                {
                    Decisions = [BudgetDecisions.Approve, BudgetDecisions.Reject],
                    WithNote = [BudgetDecisions.Reject],
                },
                new("raising"),
            ],
            Phase1Roles.SchoolAdmin
        )
        {
            IsOfOrganisation = true,
            NoticeBefore = TimeSpan.FromHours(2),
        };

    internal static IReadOnlyList<Sop> All { get; } =
    [AssociationReview, UnknownStudent, FailedMessage, BudgetOverride, .. PrivacyProcedures.All];
}
