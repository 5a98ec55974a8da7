using Phase1.Events;

namespace Phase1.Unit.Tests.Events;

static partial class Examples
{
    const string Request = "DSAR-20260302-0A1B2C";

    static IReadOnlyList<IFact> OfPrivacy =>
        [
            new PersonalDataCollectionRequested
            {
                TicketId = Request,
                RequestId = Run,
                Purpose = CollectionPurpose.ErasureCheck,
                StudentIds = [Student],
                Essays = [OwnEssay],
            },
            new PersonalDataCollected
            {
                TicketId = Request,
                RequestId = Run,
                Service = ServiceNames.ClassManagement,
                Outcome = CollectionOutcome.Blocked,
                Counts = new Dictionary<string, int> { ["students"] = 1, ["associations"] = 2 },
                Blockers = [new Blocker { Code = "STUDENT_IN_USE", Until = Instant.AddDays(1) }],
                AnsweredAt = Instant,
            },
            new PersonalDataErasureRequested
            {
                TicketId = Request,
                RequestId = Run,
                StudentIds = [Student],
                Essays = [OwnEssay],
            },
            new PersonalDataErased
            {
                TicketId = Request,
                RequestId = Run,
                Service = ServiceNames.ClassManagement,
                Outcome = ErasureOutcome.Erased,
                Counts = new Dictionary<string, int> { ["students"] = 1 },
                Remaining = new Dictionary<string, int> { ["notifications"] = 1 },
                Blockers = [new Blocker { Code = "RECORDS_WAITING" }],
                CompletedAt = Instant,
            },
        ];

    static SubjectEssay OwnEssay =>
        new()
        {
            BatchId = Batch,
            EssayId = Essay,
            FileUploadId = Upload,
            TextStorageId = Storage,
        };
}
