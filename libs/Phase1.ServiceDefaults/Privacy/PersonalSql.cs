namespace Phase1.ServiceDefaults;

/// <summary>Conditions for the statements of <see cref="IPersonalData"/>.</summary>
public static class PersonalSql
{
    /// <summary>Bytes that name the student: an id of the student, of an essay or of an upload stands in them, in letters of any case.</summary>
    /// <param name="column">A column of type bytea.</param>
    public static string BytesName(string column) =>
        $"exists (select from (select lower(encode({column}, 'escape')) as t offset 0) b, unnest(@marks) m where position(m in b.t) > 0)";

    /// <summary>A text or document that names the student in the same way.</summary>
    /// <param name="column">A column of type text or jsonb.</param>
    public static string TextNames(string column) =>
        $"exists (select from (select lower({column}::text) as t offset 0) b, unnest(@marks) m where position(m in b.t) > 0)";
}
