using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Words;

/// <summary>Texts about class lists as they come in, and about one student or class that is changed.</summary>
interface IRosterWords
{
    string ImportList { get; }
    string AddStudent { get; }
    string Edit { get; }
    string Back { get; }
    string TheClass { get; }
    string DeleteClass { get; }
    string DeleteClassMeaning { get; }
    string FirstName { get; }
    string LastName { get; }
    string NamesMissing { get; }
    string EmailRefused { get; }
    string PastedList { get; }
    string PastedListHint { get; }
    string ListFile { get; }
    string Preview { get; }
    string LookAgain { get; }
    string HeaderUnknown { get; }
    string ListUnreadable { get; }
    string EncodingUnknown { get; }
    string RosterChanged { get; }
    string IgnoredColumns { get; }
    string LineNumber { get; }
    string WhatHappens { get; }

    string EditStudent(string name);

    string PutRight(int line);

    string PreviewCounts(int created, int enrolled, int existing, int bad);

    string AddCount(int students);

    string LineOutcome(RosterLineDocument line);
}
