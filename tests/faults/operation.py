"""What an operation that can be killed consists of."""

from abc import ABC, abstractmethod
from collections.abc import Callable

from tests.faults.study_folder import StudyFolder

Acknowledge = Callable[[str], None]


class Operation(ABC):
    """An operation that writes."""

    def prepare(self, folder: StudyFolder) -> None:
        """Create what the operation starts from."""
        folder.create()

    @abstractmethod
    def run(self, folder: StudyFolder, acknowledge: Acknowledge) -> None:
        """Write step by step, until killed or, if there is nothing left to do, to the end."""

    @abstractmethod
    def check(self, folder: StudyFolder, acknowledged: list[str]) -> None:
        """Assert that nothing that was acknowledged is lost."""
