using Phase1.Events;
using Phase1.Portal.Privacy.Requests;

namespace Phase1.Portal.Words;

sealed partial class En
{
    public string DataRequests => "Requests about data";
    public string DataRequest => "Request";
    public string NewDataRequest => "New request";
    public string DataRequestsMeaning =>
        "A student, or somebody on the student's behalf, may see everything that is held, or have it erased. Each request has a month.";
    public string NoDataRequests => "There have been no requests.";
    public string NoOpenDataRequests => "No request is open.";
    public string RequestedBy => "Asked by";
    public string ReceivedOn => "Received";
    public string AnswerBy => "To be answered by";
    public string EndedOn => "Ended";
    public string OpenRequestsAlone => "Those that are open";
    public string AllRequests => "Those that have ended too";
    public string WhatIsAskedFor => "What is asked for?";
    public string RequesterAddress => "Address of whoever asks";
    public string RequesterAddressHint => "An e-mail address. No mail is sent: you answer.";
    public string OwnNotes => "Notes";
    public string OwnNotesHint => "For yourself: how you know who asks, for example. Other privacy officers see them.";
    public string WriteDownRequest => "Write the request down";
    public string NothingIsLost => "What you typed is kept on this page. Send it again in a moment.";
    public string SendAgain => "Send again";
    public string RefuseRequest => "Refuse";
    public string RefusalHint => "Why. You tell whoever asked; here it is kept with the request.";
    public string TryStepAgain => "Try the step again";
    public string WithdrawRequest => "The request was taken back";
    public string WithdrawHint => "How you know. Nothing more is done; what has been erased stays erased.";
    public string WhatHappened => "What has happened";
    public string TicketNumber => "Number";
    public string ToBeCorrected => "To be corrected";
    public string Subject => "Whom it is about";
    public string WhoIsIt => "Who is the student?";
    public string WhoIsItMeaning =>
        "Every teacher keeps students of their own, so one person may be several rows. Tick all that are the same person, and none that is not.";
    public string SearchStudents => "Name or address";
    public string SearchStudentsHint =>
        "At least three letters; the first fifty are shown. Those that are ticked stay when you search again.";
    public string Find => "Search";
    public string NobodyFound => "Nobody was found.";
    public string StudentsOfRequest => "Students";
    public string MoreEssays => "Essays that you have found yourself";
    public string MoreEssaysHint =>
        "Their ids, where a text has no known author. Otherwise leave it empty: the student's texts are found by themselves.";
    public string IdentifyStudent => "This is the student";
    public string EssayIdsWrong => "Something here is not the id of an essay.";
    public string NobodyTicked => "Tick at least one student. Search for a name first.";
    public string TooManyIds => "That is more than one student can be. Look at what is ticked.";
    public string Approval => "Approval";
    public string Delivery => "Handing over";
    public string DeliveryMeaning =>
        "Fetch the package, look at it, and hand it over in a safe way. Each time it is fetched is recorded. When you say that it was handed over, it can be fetched no more.";
    public string FetchPackage => "Fetch the package (zip)";
    public string CollectAgain => "Collect everything anew";
    public string ExtendTime => "Take more time";
    public string ExtendTimeMeaning => "Once, where a request is complex. You tell whoever asked, within the first month.";
    public string LongerBy => "Longer by";
    public string HandedOver => "It was handed over";
    public string WhatServicesHold => "What is held";
    public string Held => "Rows";
    public string InTheWay => "In the way";
    public string NoRows => "nothing";
    public string ErasureProof => "Erasure and proof";
    public string ErasureProved => "All services have looked again, after the log had forgotten, and found nothing.";
    public string ErasureNotYetProved =>
        "Erased everywhere. The log still knows ids of before for some days; then all services look again, and only then it is proved.";
    public string ErasedRows => "Erased";
    public string LeftThen => "Left then";
    public string LeftAtProof => "Left at the proof";

    public string RequestKind(string kind) =>
        kind switch
        {
            RequestKinds.Access => "See everything",
            RequestKinds.Export => "Take everything elsewhere",
            RequestKinds.Deletion => "Be erased",
            RequestKinds.Correction => "Be corrected",
            _ => kind,
        };

    public string RequestKindMeaning(string kind) =>
        kind switch
        {
            RequestKinds.Deletion =>
                "The student's names, texts and files are erased in every service, and it is proved. It cannot be undone.",
            RequestKinds.Export => "You get the same package without the words for people, for a program that the student uses next.",
            _ => "You get a package of everything that is held about the student, to hand over.",
        };

    public string MonthCount(int months) => months == 1 ? "1 month" : $"{months} months";

    public string RequestStage(string stage) =>
        stage switch
        {
            "identity" => "You have to say who the student is.",
            "scope" => "The student's texts are being found.",
            "eligibility" => "All services say what they hold, and whether something is in the way.",
            "collection" => "All services say what they hold.",
            "approval" => "You have to approve it, or refuse.",
            "erasure" => "All services erase.",
            "apply" => "The record is being corrected.",
            "proof" => "It is erased; the proof follows when the log has forgotten.",
            "delivery" => "The package is ready to be fetched and handed over.",
            _ => "It is being worked on.",
        };

    public string RequestEnded(string outcome) =>
        outcome switch
        {
            "delivered" => "Answered and handed over.",
            "erased" => "Erased everywhere, and proved.",
            "rectified" => "Corrected.",
            "rejected" => "Refused.",
            "withdrawn" => "Taken back.",
            _ => "Ended.",
        };

    public string RequestStopped(string code) => $"Stopped: a step failed five times ({code}). Whoever runs Phase1 can see why.";

    public string WaitsForServices(string services) => $"It waits for {services}.";

    public string Blocker(string code) =>
        code switch
        {
            "STUDENT_IN_USE" => "The student is suggested or chosen in a batch that still awaits decisions.",
            "BATCH_NOT_SETTLED" => "A batch with the student's text is not ready yet.",
            "PIPELINE_RUNNING" => "A batch with the student's text is being analysed.",
            "RECORDS_WAITING" => "Records about the student still wait to be processed.",
            "CALL_IN_PROGRESS" => "A language model is at work on the student's text.",
            _ => code,
        };

    public string Overdue(string deadline) => $"{deadline}: overdue";

    public string StillLeft(string deadline, string left) => $"{deadline} ({left} left)";

    public string NextLook(string at) => $"The next look is {at}.";

    public string NotTaken(string service) => $"{service} does not answer just now. Nothing was done; what you typed is still here.";

    public string SubjectFound(int students, int? essays)
    {
        var rows = students == 1 ? "1 student" : $"{students} rows of students";
        return essays switch
        {
            null => rows,
            1 => $"{rows}, 1 text",
            _ => $"{rows}, {essays} texts",
        };
    }

    public string StudentOf(string teacher) => $"of {teacher}";

    public string RemovedOn(string at) => $"removed {at}";

    public string ApprovalMeaning(string kind) =>
        kind switch
        {
            RequestKinds.Deletion =>
                "Look at what is held below. If something must be kept by law, refuse and say why. When you approve, everything is erased at once.",
            RequestKinds.Correction => "Look at what is to be corrected above. When you approve, it is corrected where it is kept.",
            _ => "Look at what is held below. When you approve, the package can be fetched.",
        };

    public string ApproveRequest(string kind) => kind == RequestKinds.Deletion ? "Approve, and erase" : "Approve";

    public string TicketStatusName(TicketStatus status) =>
        status switch
        {
            TicketStatus.Pending => "new",
            TicketStatus.Assigned => "taken up",
            TicketStatus.InProgress => "under way",
            TicketStatus.Blocked => "stopped",
            TicketStatus.Deferred => "waits",
            TicketStatus.Completed => "done",
            TicketStatus.Cancelled => "ended without being done",
            _ => "given up",
        };
}
