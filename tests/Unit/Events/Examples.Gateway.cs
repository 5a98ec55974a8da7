using Phase1.Events;

namespace Phase1.Unit.Tests.Events;

static partial class Examples
{
    const string School = "org:school-1";

    static IReadOnlyList<IFact> OfTheGateway =>
        [
            new LlmCostRecorded
            {
                RequestId = Id(13),
                Attempts = 2,
                WorkspaceId = School,
                UserId = Teacher,
                CourseCode = CourseCode.Eng6,
                BatchId = Batch,
                EssayId = Essay,
                Caller = "feedback_service",
                TaskType = "essay_feedback",
                Provider = "local",
                ModelId = "local/default",
                InputTokens = 1000,
                OutputTokens = 500,
                CostInput = "0.0025",
                CostOutput = "0.005",
                CostRequest = "0",
                CostTotal = "0.0075",
                Currency = "SEK",
                PricingSource = "database",
                UsageEstimated = false,
                IsFallback = true,
                Outcome = "completed",
                OccurredAt = Instant,
            },
            new BatchPhaseParked
            {
                BatchId = Batch,
                RunId = Run,
                Phase = Phase.AiFeedback,
                Reason = "budget_exceeded",
                BudgetId = Id(14),
                ParkedUntil = Instant,
                MissingEssayIds = [Essay, OtherEssay],
                OccurredAt = Instant,
            },
            new BatchPhaseResumed
            {
                BatchId = Batch,
                RunId = Run,
                Phase = Phase.AiFeedback,
                Reason = "budget_exceeded",
                BudgetId = Id(14),
                ParkedUntil = Instant,
                MissingEssayIds = [Essay, OtherEssay],
                OccurredAt = Instant,
            },
            new LlmBudgetThresholdReached
            {
                WorkspaceId = School,
                BudgetId = Id(14),
                ScopeType = "workspace",
                ScopeId = School,
                Unit = "money",
                Period = "day",
                PeriodKey = "2026-03-02",
                LimitVersion = 0,
                Threshold = "exceeded",
                Percent = "100",
                Spent = "10",
                LimitAmount = "10",
                Currency = "SEK",
                Severity = "critical",
                PeriodEndsAt = Instant,
                Refused = true,
            },
            new LlmBudgetChanged
            {
                WorkspaceId = School,
                BudgetId = Id(14),
                ScopeType = "workspace",
                ScopeId = School,
                PeriodKey = "2026-03-02",
                LimitAmount = "12.5",
                LimitVersion = 1,
                ChangedBy = "admin-1",
                ReasonCode = "overridden",
            },
            new LlmCostTrackingFailed
            {
                WorkspaceId = School,
                RequestId = Id(13),
                Code = "reservation_expired",
                Severity = "high",
                Amount = "0.0075",
            },
            new LlmCostAnomaly
            {
                WorkspaceId = School,
                RequestId = Id(13),
                TaskType = "essay_feedback",
                CostTotal = "0.045",
                Average = "0.0075",
                Factor = "6",
                Class = "high",
            },
            new LlmProviderHealthChanged
            {
                Provider = "local",
                From = "available",
                To = "unavailable",
                CircuitState = "open",
                Reason = "server_error",
                HttpStatus = 503,
                At = Instant,
            },
        ];
}
