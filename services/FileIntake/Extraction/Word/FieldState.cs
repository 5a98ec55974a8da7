namespace Phase1.FileIntake.Extraction.Word;

/// <summary>Where the reader is within fields: Word shows their results and not their codes.</summary>
sealed class FieldState
{
    readonly Stack<bool> _inCode = new();
    int _codes;

    /// <summary>True within the code of any of the fields around.</summary>
    public bool InCode => _codes > 0;

    /// <summary>Takes a <c>w:fldChar</c>.</summary>
    public void Take(string? type)
    {
        switch (type)
        {
            case "begin":
                _inCode.Push(true);
                _codes++;
                break;
            case "separate" when _inCode.TryPop(out var code):
                _codes -= code ? 1 : 0;
                _inCode.Push(false);
                break;
            case "end" when _inCode.TryPop(out var code):
                _codes -= code ? 1 : 0;
                break;
            default:
                break;
        }
    }
}
