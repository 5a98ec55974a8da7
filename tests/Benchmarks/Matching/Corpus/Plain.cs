using System.Text;

namespace Phase1.Benchmarks.Matching.Corpus;

/// <summary>Names as a keyboard without accents writes them; a table of its own, so that the matcher's folding is not its own judge.</summary>
static class Plain
{
    const string Accented = "åäöéèêëáàâãíìîïıóòôõúùûüñçćčğşšśžźżđðłøæńęąěřýÅÄÖÉÈÁÀÂÃÍÌÎİÓÒÔÕÚÙÜÑÇĆČĞŞŠŚŽŹŻĐÐŁØÆŃĘĄÝ";
    const string Bare = "aaoeeeeaaaaiiiiioooouuuuncccgssszzzddloaneaeryAAOEEAAAAIIIIOOOOUUUNCCCGSSSZZZDDLOANEAY";

    public static string Write(string name)
    {
        StringBuilder plain = new(name.Length);
        foreach (var c in name)
        {
            plain.Append(Table.GetValueOrDefault(c, c));
        }

        return plain.ToString();
    }

    /// <summary>Lower-case bare letters alone.</summary>
    public static string Letters(string name) => string.Concat(Write(name).Where(char.IsLetter)).ToLowerInvariant();

    static readonly Dictionary<char, char> Table = Accented.Zip(Bare).ToDictionary();
}
