namespace Phase1.ServiceDefaults;

/// <summary>
/// What a service holds about students, table by table: how it is counted, handed out, erased, and found again where it was not. Registered by
/// <see cref="PersonalData.AddPersonalData{TData}"/>; a scope is one request about one student. The engine's own tables are known already.
/// <para>
/// All SQL here may name these parameters: <c>@students</c>, <c>@essays</c>, <c>@uploads</c>, <c>@batches</c> (uuid[]: the student's ids, and those of the
/// student's essays, of their uploads and batches); <c>@texts</c> (text[]: where the essays' texts are stored); <c>@marks</c> (text[]: by which texts and
/// bytes are searched, see <see cref="PersonalSql"/>); <c>@now</c> (timestamptz); <c>@ticket</c> (text: whose request it is) and <c>@by</c> (text: how it
/// signs); <c>@fresh</c> (uuid[]: new ids, one for each of <c>@essays</c>).
/// </para>
/// </summary>
public interface IPersonalData
{
    /// <summary>Each of the service's tables, at least once, in the order in which they are erased.</summary>
    IReadOnlyList<PersonalTable> Tables { get; }

    /// <summary>Statements that lock what others write about the student, in the order in which the service locks it anyway.</summary>
    IReadOnlyList<string> Locks => [];

    /// <summary>A query of those of <c>@students</c> that are students; null for a service that keeps none.</summary>
    string? KnownStudents => null;

    /// <summary>
    /// A query of the student's essays, with those of <c>@essays</c> that are there (batch_id, essay_id, file_upload_id, text_storage_id); null for a service
    /// that does not know whose essays are. No other parameter may be named.
    /// </summary>
    string? KnownEssays => null;

    /// <summary>Queries of one text each by which the student is known beside the ids, such as an address; asked before anything is erased.</summary>
    IReadOnlyList<string> Marks => [];

    /// <summary>
    /// Records what others must be told, and whatever else goes with an erasure without being a statement about the student: in its transaction, under its
    /// locks, before its statements, and only where nothing stands in the way.
    /// </summary>
    /// <param name="subject">Who is erased.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task PublishAsync(DataSubject subject, CancellationToken cancellationToken) => Task.CompletedTask;
}
