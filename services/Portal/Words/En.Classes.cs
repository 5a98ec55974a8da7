namespace Phase1.Portal.Words;

sealed partial class En
{
    public string NoClasses => "No classes yet. Make one, then paste its class list.";
    public string NewClass => "New class";
    public string ClassName => "Name of the class";
    public string ClassNameMissing => "A class has a name of 1 to 255 characters.";
    public string CourseLabel => "Course";
    public string Make => "Make";
    public string NoStudents => "No students yet. Paste the class list below.";
    public string AddStudents => "Add students";
    public string AddStudentsHint => "One name a line, as First Last or Last, First. At most 200 lines.";
    public string LinesMissing => "There must be 1 to 200 lines.";
    public string Name => "Name";
    public string LegalName => "Legal name";
    public string Email => "E-mail";
    public string Remove => "Remove";

    public string StudentCount(int count) => count == 1 ? "1 student" : $"{count} students";

    public string RemoveStudent(string name) => $"Remove {name}";

    public string StudentsAdded(int created, int existing) =>
        existing == 0 ? $"{StudentCount(created)} added." : $"{StudentCount(created)} added; {existing} in the class already.";

    public string LineRejected(int line, string reason) =>
        $"Line {line}: "
        + reason switch
        {
            "empty" => "it is empty.",
            "name_incomplete" => "first name or surname is missing.",
            "not_one_comma" => "there is more than one comma.",
            "too_long" => "the name is too long.",
            "damaged_characters" => "a letter has been lost; type the name anew.",
            _ => "it holds characters that are not part of a name.",
        };
}
