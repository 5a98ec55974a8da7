namespace Phase1.ServiceDefaults;

/// <summary>Every error code that Phase1 answers over HTTP, with status and title.</summary>
public static class Problems
{
    /// <summary>400: one or more fields hold values that are not allowed.</summary>
    public static Problem ValidationError { get; } = new("VALIDATION_ERROR", 400, "The request holds values that are not allowed.");

    /// <summary>400: a field, parameter or header that must be there is missing.</summary>
    public static Problem MissingRequiredField { get; } = new("MISSING_REQUIRED_FIELD", 400, "A required field is missing.");

    /// <summary>400: the request makes no sense as a whole.</summary>
    public static Problem InvalidRequest { get; } = new("INVALID_REQUEST", 400, "The request is not valid.");

    /// <summary>400: the body is not the format it claims to be.</summary>
    public static Problem ParsingError { get; } = new("PARSING_ERROR", 400, "The body could not be read.");

    /// <summary>401: credentials or the identity that the route needs are missing.</summary>
    public static Problem AuthenticationError { get; } = new("AUTHENTICATION_ERROR", 401, "The caller is not known.");

    /// <summary>401: the service key is wrong.</summary>
    public static Problem InvalidApiKey { get; } = new("INVALID_API_KEY", 401, "The service key is not valid.");

    /// <summary>403: the caller is known and lacks the role.</summary>
    public static Problem AuthorizationError { get; } = new("AUTHORIZATION_ERROR", 403, "The caller may not do this.");

    /// <summary>404: it does not exist, or belongs to someone else.</summary>
    public static Problem ResourceNotFound { get; } = new("RESOURCE_NOT_FOUND", 404, "There is no such resource.");

    /// <summary>404: no such class among the caller's.</summary>
    public static Problem ClassNotFound { get; } = new("CLASS_NOT_FOUND", 404, "There is no such class.");

    /// <summary>404: no such student among the caller's.</summary>
    public static Problem StudentNotFound { get; } = new("STUDENT_NOT_FOUND", 404, "There is no such student.");

    /// <summary>404: no such ticket among those that the caller sees.</summary>
    public static Problem TicketNotFound { get; } = new("TICKET_NOT_FOUND", 404, "There is no such ticket.");

    /// <summary>404: no such course.</summary>
    public static Problem CourseNotFound { get; } = new("COURSE_NOT_FOUND", 404, "There is no such course.");

    /// <summary>405: the route exists with other methods.</summary>
    public static Problem MethodNotAllowed { get; } = new("INVALID_REQUEST", 405, "The route does not take this method.");

    /// <summary>409: the batch no longer takes changes.</summary>
    public static Problem BatchLocked { get; } = new("BATCH_LOCKED", 409, "The batch takes no more changes.");

    /// <summary>409: the batch has not come far enough.</summary>
    public static Problem BatchNotReady { get; } = new("BATCH_NOT_READY", 409, "The batch is not ready.");

    /// <summary>409: a pipeline runs already.</summary>
    public static Problem PipelineAlreadyRunning { get; } = new("PIPELINE_ALREADY_RUNNING", 409, "A pipeline runs already.");

    /// <summary>409: the resource's state does not allow this.</summary>
    public static Problem InvalidState { get; } = new("INVALID_STATE", 409, "The current state does not allow this.");

    /// <summary>409: the caller worked on an older version.</summary>
    public static Problem StaleVersion { get; } = new("STALE_VERSION", 409, "The resource has changed in the meantime.");

    /// <summary>409: the set has been released.</summary>
    public static Problem AlreadyReleased { get; } = new("ALREADY_RELEASED", 409, "The set has been released.");

    /// <summary>409: the class is used by a batch.</summary>
    public static Problem ClassInUse { get; } = new("CLASS_IN_USE", 409, "The class is in use.");

    /// <summary>409: the student is used by an association.</summary>
    public static Problem StudentInUse { get; } = new("STUDENT_IN_USE", 409, "The student is in use.");

    /// <summary>409: nothing is left that could be released.</summary>
    public static Problem NothingToRelease { get; } = new("NOTHING_TO_RELEASE", 409, "There is nothing to release.");

    /// <summary>409: the matter has an open ticket.</summary>
    public static Problem TicketAlreadyOpen { get; } = new("TICKET_ALREADY_OPEN", 409, "The matter has an open ticket.");

    /// <summary>409: a ticket's status may not become this one.</summary>
    public static Problem TransitionNotAllowed { get; } =
        new("TRANSITION_NOT_ALLOWED", 409, "The ticket's status does not allow this one.");

    /// <summary>409: a call of a language model with the same id is being made.</summary>
    public static Problem RequestInProgress { get; } = new("REQUEST_IN_PROGRESS", 409, "The same call is being made.");

    /// <summary>409: a call of a language model with the same id has been made and paid, and its answer is not kept.</summary>
    public static Problem AlreadySettled { get; } = new("ALREADY_SETTLED", 409, "The same call has been made.");

    /// <summary>413: the body is larger than the route takes.</summary>
    public static Problem PayloadTooLarge { get; } = new("PAYLOAD_TOO_LARGE", 413, "The body is too large.");

    /// <summary>415: the route takes another content type.</summary>
    public static Problem UnsupportedMediaType { get; } = new("UNSUPPORTED_MEDIA_TYPE", 415, "The content type is not supported.");

    /// <summary>422: course of batch and class differ.</summary>
    public static Problem CourseMismatch { get; } = new("COURSE_MISMATCH", 422, "The courses do not match.");

    /// <summary>422: more than one course where one is meant.</summary>
    public static Problem MultipleCourseError { get; } = new("MULTIPLE_COURSE_ERROR", 422, "More than one course was given.");

    /// <summary>422: no such procedure.</summary>
    public static Problem UnknownSop { get; } = new("UNKNOWN_SOP", 422, "There is no such procedure.");

    /// <summary>409: what is asked for is not put together yet, or not any more.</summary>
    public static Problem PackageNotReady { get; } = new("PACKAGE_NOT_READY", 409, "The package is not ready.");

    /// <summary>422: work may not be put off for so long.</summary>
    public static Problem DeferralBeyondDeadline { get; } = new("DEFERRAL_BEYOND_DEADLINE", 422, "The deferral goes beyond the deadline.");

    /// <summary>422: a fixed or configured limit is exceeded.</summary>
    public static Problem LimitExceeded { get; } = new("LIMIT_EXCEEDED", 422, "A limit is exceeded.");

    /// <summary>422: the key was used with another request.</summary>
    public static Problem IdempotencyKeyReused { get; } =
        new("IDEMPOTENCY_KEY_REUSED", 422, "The idempotency key was used with another request.");

    /// <summary>422: a value of the right form that does not fit to what is there.</summary>
    public static Problem UnfittingValue { get; } = new("UNFITTING_VALUE", 422, "A value does not fit to what is there.");

    /// <summary>429: a quota of tokens does not cover the call.</summary>
    public static Problem QuotaExceeded { get; } = new("QUOTA_EXCEEDED", 429, "A quota would be exceeded.");

    /// <summary>429: a budget of money does not cover the call.</summary>
    public static Problem BudgetExceeded { get; } = new("BUDGET_EXCEEDED", 429, "A budget would be exceeded.");

    /// <summary>429: too many requests of one caller.</summary>
    public static Problem RateLimit { get; } = new("RATE_LIMIT", 429, "Too many requests.");

    /// <summary>500: an error of ours.</summary>
    public static Problem ProcessingError { get; } = new("PROCESSING_ERROR", 500, "The request could not be processed.");

    /// <summary>502: another service answered something that makes no sense.</summary>
    public static Problem ExternalServiceError { get; } = new("EXTERNAL_SERVICE_ERROR", 502, "Another service answered with an error.");

    /// <summary>503: something that the request needs is away; it may be repeated.</summary>
    public static Problem ServiceUnavailable { get; } = new("SERVICE_UNAVAILABLE", 503, "The service is not available now.");

    /// <summary>503: no language model of the chain has answered or could be asked.</summary>
    public static Problem NoProvider { get; } = new("NO_PROVIDER", 503, "No language model is available.");

    /// <summary>503: the installation or the school uses no language models.</summary>
    public static Problem GatewayDisabled { get; } = new("GATEWAY_DISABLED", 503, "Language models are not used here.");

    /// <summary>503: what a call costs cannot be written down now.</summary>
    public static Problem LedgerUnavailable { get; } = new("LEDGER_UNAVAILABLE", 503, "The ledger is not available now.");

    /// <summary>503: there is a budget, and what calls cost is not written down.</summary>
    public static Problem CostTrackingOff { get; } = new("COST_TRACKING_OFF", 503, "What calls cost is not written down.");

    /// <summary>504: another service did not answer in time.</summary>
    public static Problem Timeout { get; } = new("TIMEOUT", 504, "The request took too long.");

    /// <summary>The problem that stands for an HTTP status which came without one.</summary>
    /// <param name="status">400 or more.</param>
    public static Problem OfStatus(int status) =>
        status switch
        {
            401 => AuthenticationError,
            403 => AuthorizationError,
            404 => ResourceNotFound,
            405 => MethodNotAllowed,
            408 => Timeout,
            409 => InvalidState,
            413 => PayloadTooLarge,
            415 => UnsupportedMediaType,
            429 => RateLimit,
            502 => ExternalServiceError,
            503 => ServiceUnavailable,
            504 => Timeout,
            >= 500 => ProcessingError,
            _ => InvalidRequest,
        };
}
