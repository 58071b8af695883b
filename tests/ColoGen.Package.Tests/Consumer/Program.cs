using var output = System.Console.OpenStandardOutput();
ColoPair.AllDocuments.Print(output);
