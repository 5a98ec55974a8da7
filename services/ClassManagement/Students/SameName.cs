using Phase1.Text;

namespace Phase1.ClassManagement.Students;

/// <summary>
/// Names entered twice. They may differ in what matching does not see either: case, invisible characters, compatibility letters, the signs of other
/// keyboards.
/// </summary>
sealed class SameName : IEqualityComparer<NameLine>
{
    internal static readonly SameName Comparer = new();

    public bool Equals(NameLine? x, NameLine? y) => Form(x?.First) == Form(y?.First) && Form(x?.Last) == Form(y?.Last);

    public int GetHashCode(NameLine obj) => HashCode.Combine(Form(obj.First), Form(obj.Last));

    static string? Form(string? name) => name is null ? null : TextNormalizer.ComparisonForm(name);
}
