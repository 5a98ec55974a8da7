using Phase1.Events;

namespace Phase1.Portal.Words;

/// <summary>Every text of the pages, in one language: one that is missing does not compile.</summary>
interface IWords
    : ISignInWords,
        IClassWords,
        IBatchWords,
        IReviewWords,
        IBoardWords,
        INotificationWords,
        IRosterWords,
        IOperatorWords,
        IHealthWords,
        ISchoolWords,
        ITokenWords,
        IOidcWords,
        IPrivacyWords,
        IRequestWords,
        IFeedbackWords,
        IModelWords,
        IQueueWords
{
    string SkipToContent { get; }
    string MainNavigation { get; }
    string OtherLanguage { get; }
    string OtherLanguageName { get; }
    string Overview { get; }
    string Batches { get; }
    string Classes { get; }
    string Save { get; }
    string Saved { get; }
    string ToTheStart { get; }
    string CorrelationId { get; }

    string ProblemTitle(int status);

    /// <summary>What happened and what to do, by the problem's code.</summary>
    string Problem(string code);

    /// <summary>In the place of what a service would have said.</summary>
    string DoesNotAnswer(string service);

    /// <summary>As on a wall calendar: Wed 11 Feb 09:02.</summary>
    string Date(DateTime local);

    /// <summary>As in a sentence about the next days: Wed 14:05.</summary>
    string Weekday(DateTime local);

    string Course(CourseCode course);
}

/// <summary>Texts about signing in and the person.</summary>
interface ISignInWords
{
    string SignIn { get; }
    string SignOut { get; }
    string SignedOut { get; }
    string SignInAgain { get; }
    string SignedOutSoon { get; }
    string SignedOutIn { get; }
    string StaySignedIn { get; }
    string SessionOver { get; }
    string SessionOverMeaning { get; }
    string UnsentAtSignOut { get; }
    string SignOutAnyway { get; }
    string SignInRefused { get; }
    string Login { get; }
    string LoginHint { get; }
    string LoginLength { get; }
    string Password { get; }
    string NewPassword { get; }
    string OldPassword { get; }
    string OldPasswordWrong { get; }
    string PasswordHint { get; }
    string PasswordChanged { get; }
    string LostPassword { get; }
    string Welcome { get; }
    string LinkOver { get; }
    string HowToSetUp { get; }
    string SetupIntroduction { get; }
    string DisplayName { get; }
    string NameMissing { get; }
    string RolesOfFirst { get; }
    string Begin { get; }
    string Me { get; }
    string TimeZone { get; }
    string ZoneUnknown { get; }
    string ZoneHere { get; }
    string ZoneTake { get; }
    string Sessions { get; }
    string ThisSession { get; }
    string EndSession { get; }

    string ZoneKeep(string zone);

    string SessionSince(string since, string lastUsed);

    string RoleName(string role);

    string RoleMeaning(string role);

    string AccountFault(string code);
}

/// <summary>Texts about classes and students.</summary>
interface IClassWords
{
    string NoClasses { get; }
    string NewClass { get; }
    string ClassName { get; }
    string ClassNameMissing { get; }
    string CourseLabel { get; }
    string Make { get; }
    string NoStudents { get; }
    string AddStudents { get; }
    string AddStudentsHint { get; }
    string LinesMissing { get; }
    string Name { get; }
    string LegalName { get; }
    string Email { get; }
    string Remove { get; }

    string StudentCount(int count);

    string RemoveStudent(string name);

    string StudentsAdded(int created, int existing);

    string LineRejected(int line, string reason);
}

/// <summary>Texts about batches and their essays.</summary>
interface IBatchWords
{
    string ActionRequired { get; }
    string UnderWay { get; }
    string Done { get; }
    string NothingRequired { get; }
    string NoBatches { get; }
    string NewBatch { get; }
    string Open { get; }
    string Guest { get; }
    string ChooseClass { get; }
    string Files { get; }
    string FilesHint { get; }
    string DropHere { get; }
    string ExpectedCount { get; }
    string ExpectedHint { get; }
    string Upload { get; }
    string FilesMissing { get; }
    string CourseOfClass { get; }
    string TryingAgain { get; }
    string Resume { get; }
    string ToTheBatch { get; }
    string AllBatches { get; }
    string Older { get; }
    string CourseMissing { get; }
    string UploadMore { get; }
    string GoOnWithout { get; }
    string GoOnWithoutMeaning { get; }
    string CancelBatch { get; }
    string CancelMeaning { get; }
    string Reason { get; }
    string Essays { get; }
    string FileName { get; }
    string Status { get; }
    string FilesInExcess { get; }
    string Steps { get; }
    string ReleasedNow { get; }
    string TimeLeft { get; }

    IReadOnlyList<string> StepNames { get; }

    string BatchTitle(string? className, string course, int essays);

    string UploadedAt(string at);

    string RefusedFiles(int count);

    string FileFault(string code);

    string EssayStatus(string status);

    string StatusName(BatchStatus status);

    string PhaseName(Phase phase);

    // The one sentence, by what is awaited.
    string TextsExpected(int expected);

    string TextsArriving(int arrived, int expected, int failed);

    string BeingMatched(int essays);

    string Deciding(int matched, int total, int decided, int undecided, string deadline);

    string BeingReleased(int essays);

    string ReadyToStart(int essays);

    string InPhase(string pipeline, int number, int of, string phase);

    string PipelineRuns { get; }

    string Analysed(int essays);

    string AnalysedWithFailures { get; }

    string NoFileBecameText { get; }

    string PipelineFailed(string pipeline);

    string EveryFileFailed { get; }

    string Cancelled(string at);

    string StuckSince(string sentence, string at);
}
