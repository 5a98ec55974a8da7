using Phase1.Events;

namespace Phase1.Portal.Words;

/// <summary>Texts about requests of students for their data, which privacy officers answer.</summary>
interface IRequestWords
{
    string DataRequests { get; }
    string DataRequest { get; }
    string NewDataRequest { get; }
    string DataRequestsMeaning { get; }
    string NoDataRequests { get; }
    string NoOpenDataRequests { get; }
    string RequestedBy { get; }
    string ReceivedOn { get; }
    string AnswerBy { get; }
    string EndedOn { get; }
    string OpenRequestsAlone { get; }
    string AllRequests { get; }
    string WhatIsAskedFor { get; }
    string RequesterAddress { get; }
    string RequesterAddressHint { get; }
    string OwnNotes { get; }
    string OwnNotesHint { get; }
    string WriteDownRequest { get; }
    string NothingIsLost { get; }
    string SendAgain { get; }
    string RefuseRequest { get; }
    string RefusalHint { get; }
    string TryStepAgain { get; }
    string WithdrawRequest { get; }
    string WithdrawHint { get; }
    string WhatHappened { get; }
    string TicketNumber { get; }
    string Subject { get; }
    string ToBeCorrected { get; }
    string WhoIsIt { get; }
    string WhoIsItMeaning { get; }
    string SearchStudents { get; }
    string SearchStudentsHint { get; }
    string Find { get; }
    string NobodyFound { get; }
    string StudentsOfRequest { get; }
    string MoreEssays { get; }
    string MoreEssaysHint { get; }
    string IdentifyStudent { get; }
    string EssayIdsWrong { get; }
    string NobodyTicked { get; }
    string TooManyIds { get; }
    string Approval { get; }
    string Delivery { get; }
    string DeliveryMeaning { get; }
    string FetchPackage { get; }
    string HandedOver { get; }
    string CollectAgain { get; }
    string ExtendTime { get; }
    string ExtendTimeMeaning { get; }
    string LongerBy { get; }
    string WhatServicesHold { get; }
    string Held { get; }
    string InTheWay { get; }
    string NoRows { get; }
    string ErasureProof { get; }
    string ErasureProved { get; }
    string ErasureNotYetProved { get; }
    string ErasedRows { get; }
    string LeftThen { get; }
    string LeftAtProof { get; }

    /// <param name="kind">The name of the procedure.</param>
    string RequestKind(string kind);

    string RequestKindMeaning(string kind);

    string MonthCount(int months);

    /// <param name="stage">The name of the step that comes next; empty when there is none.</param>
    string RequestStage(string stage);

    /// <param name="outcome">How it ended: the ticket's outcome, or its status.</param>
    string RequestEnded(string outcome);

    /// <param name="code">What the step failed with.</param>
    string RequestStopped(string code);

    string WaitsForServices(string services);

    /// <summary>Why a service cannot do what is asked of it, by its code.</summary>
    string Blocker(string code);

    string Overdue(string deadline);

    string StillLeft(string deadline, string left);

    string NextLook(string at);

    string NotTaken(string service);

    /// <param name="students">How many rows of students it is.</param>
    /// <param name="essays">Null until they have been looked for.</param>
    string SubjectFound(int students, int? essays);

    string StudentOf(string teacher);

    string RemovedOn(string at);

    string ApprovalMeaning(string kind);

    string ApproveRequest(string kind);

    string TicketStatusName(TicketStatus status);
}
